package dev.mantra.redactor.session;

import dev.mantra.redactor.session.Discovery.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found in a session so far, and where it stands: only while that is being scanned. */
final class Findings {

  private static final String TYPED = "typed-secret";

  private final Secrets secrets = new Secrets();
  private final Covers output = new Covers();
  private final Covers input = new Covers();
  private final Map<Field, List<TextCover.Stretch>> texts = new HashMap<>();
  private final Map<Integer, Discovery> discoveries = new HashMap<>();

  Secrets secrets() {
    return secrets;
  }

  /** Something stands in what was written to the terminal, or typed. */
  void inStream(Found found, PlacedPage page, Where where, long at) {
    int number = secrets.number(found.value(), found.kind());
    int index = found.index();
    for (var span : found.spans()) {
      covers(where).add(page, span.start(), span.end(), number, index, found.length());
      index += span.length();
    }
    discovered(number, where, at);
  }

  /** Something stands in a text. */
  void inText(Found found, Field field, Where where, long at) {
    int number = secrets.number(found.value(), found.kind());
    var stretches = texts.computeIfAbsent(field, _ -> new ArrayList<>());
    int index = found.index();
    for (var span : found.spans()) {
      stretches.add(new TextCover.Stretch(span.start(), span.end(), number, index, found.length()));
      index += span.length();
    }
    discovered(number, where, at);
  }

  /** Something was typed and never shown. */
  void typed(String value, long[] places, long at) {
    int number = secrets.number(value, TYPED);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) { // else it is the second half of a code point
        input.add(new Covers.Stretch(places[i], 1, number, i, places.length));
      }
    }
    discovered(number, Where.INPUT, at);
  }

  /** What is found from now on goes before what was found by now, where both cover the same. */
  void settle() {
    output.settle();
    input.settle();
  }

  /**
   * What is to be covered.
   *
   * @param end the first frame that was not looked at
   */
  Redaction.Marks marks(StreamEvents shown, StreamEvents typed, long end) {
    settle();
    var all = secrets.all();
    List<Discovery> found = new ArrayList<>();
    for (var each : discoveries.entrySet()) {
      var one = each.getValue();
      found.add(new Discovery(all.get(each.getKey() - 1), one.where(), one.at(), one.count()));
    }
    found.sort(
        Comparator.comparingLong(Discovery::at).thenComparingInt(one -> one.secret().number()));
    Map<Field, TextCover> covered = new HashMap<>();
    texts.forEach((field, stretches) -> covered.put(field, TextCover.of(stretches)));
    return new Redaction.Marks(
        all, found, shown.covered(output), typed.covered(input), covered, end);
  }

  /**
   * Forgets where anything stood in what has been covered; what it was stays known.
   *
   * @param sequence the first event that has not
   * @param offset where that begins in the output
   */
  void forgetBefore(long sequence, long offset) {
    output.forgetBefore(offset);
    texts.keySet().removeIf(field -> field.sequence() < sequence);
    discoveries.clear();
  }

  private Covers covers(Where where) {
    return where == Where.INPUT ? input : output;
  }

  private void discovered(int number, Where where, long at) {
    discoveries.merge(
        number,
        new Discovery(new Secret(number, ""), where, at, 1),
        (one, other) ->
            one.at() <= other.at()
                ? new Discovery(one.secret(), one.where(), one.at(), one.count() + 1)
                : new Discovery(one.secret(), other.where(), other.at(), one.count() + 1));
  }
}
