package dev.mantra.redactor.session;

import dev.mantra.redactor.Fingerprint;
import dev.mantra.redactor.HashedValue;
import dev.mantra.redactor.KnownValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of a session with their values: only while it is being scanned. */
final class Secrets {

  /** What those call what they find who know no more of it. */
  private static final List<String> VAGUE =
      List.of("secret", "password", "prefixed-token", HashedValue.ENVIRONMENT, HashedValue.HIDDEN);

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();

  /** The number of a value, which is new or was found before. */
  int number(String value, String kind) {
    int number =
        numbers.computeIfAbsent(
            value,
            _ -> {
              values.add(value);
              kinds.add(kind);
              return values.size();
            });
    if (VAGUE.contains(kinds.get(number - 1)) && !VAGUE.contains(kind)) {
      kinds.set(number - 1, kind);
    }
    return number;
  }

  String value(int number) {
    return values.get(number - 1);
  }

  String kind(int number) {
    return kinds.get(number - 1);
  }

  Map<Integer, String> fingerprints() {
    Map<Integer, String> prints = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      prints.put(i + 1, Fingerprint.of(values.get(i)));
    }
    return prints;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** All of them, by number from 1 on; a part of a longer one goes by its number. */
  List<Secret> all() {
    List<Secret> all = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      all.add(new Secret(i + 1, kinds.get(i)));
    }
    var sorted = new TreeMap<>(numbers);
    for (var each : sorted.descendingMap().entrySet()) {
      var longer = sorted.higherEntry(each.getKey());
      if (longer != null
          && each.getKey().length() >= KnownValues.SHORTEST
          && longer.getKey().startsWith(each.getKey())) {
        all.set(each.getValue() - 1, all.get(longer.getValue() - 1));
      }
    }
    return List.copyOf(all);
  }

  KnownValues known() {
    var known = new KnownValues();
    for (int i = 0; i < values.size(); i++) {
      known.add(i + 1, values.get(i));
    }
    return known;
  }
}
