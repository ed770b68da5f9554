package dev.mantra.redactor.session;

import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.KnownValueSearch;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.Page;
import dev.mantra.redactor.PageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Looks for secrets in a text. May be used by several threads. */
@FunctionalInterface
interface Finder {

  List<Found> find(Page page);

  /** Finds what looks like a secret. */
  static Finder byRules(PageDetector detector) {
    return page -> {
      List<Found> all = new ArrayList<>();
      for (var finding : detector.find(page)) {
        int length = finding.spans().stream().mapToInt(span -> span.length()).sum();
        var value = finding.value(page.text());
        all.add(new Found(value, finding.rule(), finding.spans(), 0, length));
      }
      return all;
    };
  }

  /** Finds what is known to be secret by its hash, unless it may be seen all the same. */
  static Finder byHash(HashedValues values, PageDetector detector) {
    var search = new KnownValueSearch(values);
    return page -> {
      List<Found> all = new ArrayList<>();
      search.find(
          page,
          (number, spans, index, length) -> {
            var value = new StringBuilder();
            spans.forEach(span -> value.append(page.text(), span.start(), span.end()));
            if (!detector.allows(value.toString())) {
              all.add(new Found(value.toString(), values.kind(number), spans, index, length));
            }
          });
      return all;
    };
  }

  /** What this finds, and what another one does. */
  default Finder and(Finder other) {
    return page -> {
      var all = new ArrayList<>(find(page));
      all.addAll(other.find(page));
      return all;
    };
  }

  /** Finds what is known to be secret, as it is and in other notations, whole and in part. */
  static Finder byValue(Secrets secrets) {
    return byValue(secrets.known(), secrets::value, secrets::kind);
  }

  /** The same of values that were read back; what they are called is what they are covered by. */
  static Finder byValue(KnownValues values, List<Secret> secrets) {
    return byValue(values, _ -> "", number -> secrets.get(number - 1).name());
  }

  private static Finder byValue(
      KnownValues values, IntFunction<String> value, IntFunction<String> kind) {
    var search = new KnownValueSearch(values);
    return page -> {
      List<Found> all = new ArrayList<>();
      search.find(
          page,
          (number, spans, index, length) ->
              all.add(new Found(value.apply(number), kind.apply(number), spans, index, length)));
      return all;
    };
  }
}
