package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds values of which only hashes are known.
 *
 * <p>A hash of the next {@value #GRAM} characters is kept up while a text is gone through. Where
 * its sixteen bits are those of a value, about once in sixty thousand places by chance, the salted
 * hash of as many characters as the value has decides.
 */
public final class HashedValues implements ValueSearch {

  private static final int GRAM = KnownValues.SHORTEST;
  private static final long BASE = 0x100000001B3L;
  private static final long BASE_TO_GRAM = power(BASE, GRAM);
  private static final int SIEVE = 1 << 16;

  private final List<HashedValue> values;
  private final BitSet sieve = new BitSet(SIEVE);
  private final Map<Integer, List<Integer>> bySieve = new HashMap<>();

  public HashedValues(List<HashedValue> values) {
    this.values = List.copyOf(values);
    for (int i = 0; i < values.size(); i++) {
      sieve.set(values.get(i).sieve());
      bySieve.computeIfAbsent(values.get(i).sieve(), _ -> new ArrayList<>()).add(i);
    }
  }

  /**
   * Hashes of values and of their other notations; none of what is no secret by itself, as a word.
   *
   * @param salt random bytes
   */
  public static List<HashedValue> of(String kind, Iterable<String> values, byte[] salt) {
    Set<String> all = new LinkedHashSet<>();
    for (var value : values) {
      KnownValues.forms(value).forEach(all::add);
    }
    return all.stream()
        .filter(form -> form.length() >= GRAM)
        .map(form -> HashedValue.of(kind, form, salt))
        .toList();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** What the value of a number is called. */
  public String kind(int number) {
    return values.get(number).kind();
  }

  /**
   * Most texts have a place that looks like the beginning of one, so nothing is gained by looking.
   */
  @Override
  public boolean mayStandIn(char[] text) {
    return !values.isEmpty();
  }

  @Override
  public void find(String text, Sink sink) {
    if (values.isEmpty()) {
      return;
    }
    long rolling = 0;
    int done = 0;
    for (int end = 0; end < text.length(); end++) {
      rolling = rolling * BASE + text.charAt(end);
      int at = end + 1 - GRAM;
      if (at > 0) {
        rolling -= text.charAt(at - 1) * BASE_TO_GRAM;
      }
      if (at >= done && sieve.get(slot(rolling))) {
        done = Math.max(done, findAt(text, at, slot(rolling), sink));
      }
    }
  }

  private int findAt(String text, int at, int slot, Sink sink) {
    for (int number : bySieve.getOrDefault(slot, List.of())) {
      int length = values.get(number).length();
      if (at + length <= text.length() && values.get(number).is(text.substring(at, at + length))) {
        sink.found(number, at, at + length, 0, length);
        return at + length;
      }
    }
    return at;
  }

  /** Sixteen bits of a hash of the characters from an index on. */
  static int sieve(String text, int from) {
    long hash = 0;
    for (int i = from; i < from + GRAM; i++) {
      hash = hash * BASE + text.charAt(i);
    }
    return slot(hash);
  }

  private static int slot(long hash) {
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 48);
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
