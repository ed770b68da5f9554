package dev.mantra.redactor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Secrets that are known, to be found wherever they stand: whole or in part, and written in other
 * ways (Base64, hexadecimal, in addresses, in JSON).
 *
 * <p>All stretches of {@value #GRAM} characters of all values are in one table, so that the time to
 * look through a text does not depend on how many there are.
 */
public final class KnownValues implements ValueSearch {

  /** The shortest value that is looked for: shorter ones stand in texts by chance. */
  public static final int SHORTEST = 6;

  private static final int GRAM = 6;
  private static final int LONG_VALUE = 12;
  private static final int SHORTEST_PART = 8;
  private static final int TELLING_PART = 20;

  /** So many bits of each character are in a gram's number: equal ones may differ in the others. */
  private static final int BITS = 10;

  private static final long ALL = (1L << (BITS * GRAM)) - 1;
  private static final int FILTER_BITS = 1 << 20;

  /** A gram holds as many shorter ones, one behind the other; every so many characters is one. */
  private static final int STRIDE = 3;

  private static final long SHORT = (1L << (BITS * (GRAM - STRIDE + 1))) - 1;
  private static final int SHORT_FILTER_BITS = 1 << 18;

  /** From so many grams on only some of each value are kept: memory has an end. */
  private static final int MANY_GRAMS = 1 << 19;

  /**
   * How far apart those are; the first one is among them, so whole values are found all the same.
   */
  private static final int APART = 16;

  /** Longer ones, as keys of many lines, are not looked for in other notations. */
  private static final int LONGEST_NOTED = 2048;

  /** What is looked for. Its characters are faster to compare than its text. */
  private static final class Value {
    final int secret;
    final String text;
    final char[] characters;

    Value(int secret, String text) {
      this.secret = secret;
      this.text = text;
      this.characters = text.toCharArray();
    }
  }

  private final List<Value> values = new ArrayList<>();

  private final GramPlaces places = new GramPlaces();

  private final long[] filter = new long[FILTER_BITS / Long.SIZE];

  /** The same of the shorter grams: small enough to stay near the processor. */
  private final long[] shortFilter = new long[SHORT_FILTER_BITS / Long.SIZE];

  /** Adds a value and its other notations; each line of one with several lines. */
  public void add(int secret, String value) {
    forms(value).forEach(form -> addOne(secret, form));
  }

  /** All that is looked for to find a value. */
  static List<String> forms(String value) {
    List<String> forms = new ArrayList<>();
    for (var line : value.split("\\R", -1)) {
      if (line.length() >= SHORTEST && Likeness.STRONG.holds(line) && !Placeholder.isOne(line)) {
        forms.add(line);
        if (line.length() <= LONGEST_NOTED) {
          forms.addAll(notations(line));
        }
      }
    }
    return forms;
  }

  private static List<String> notations(String value) {
    List<String> others = new ArrayList<>();
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var encoded = new StringBuilder();
    var escaped = new StringBuilder();
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      boolean plain = Words.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0;
      encoded.append(
          plain ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      escaped.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    if (!encoded.toString().equals(value)) {
      others.add(encoded.toString());
    }
    if (!escaped.toString().equals(value)) {
      others.add(escaped.toString());
    }
    if (value.indexOf('%') >= 0) {
      others.add(decoded(value));
    }
    if (bytes.length >= SHORTEST_PART) {
      for (int shift = 0; shift < 3; shift++) {
        // what comes before the value in the same Base64 decides how its characters are cut
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int to = (shifted.length * 8) / 6;
        others.add(base64.substring(from, to));
        var url = base64.substring(from, to).replace('+', '-').replace('/', '_');
        if (!url.equals(base64.substring(from, to))) {
          others.add(url);
        }
      }
      others.add(HexFormat.of().formatHex(bytes));
    }
    return others;
  }

  private static String decoded(String value) {
    try {
      return java.net.URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  private void addOne(int secret, String text) {
    int number = values.size();
    values.add(new Value(secret, text));
    long gram = 0;
    for (int end = 0; end < text.length(); end++) {
      gram = next(gram, text.charAt(end));
      int at = end + 1 - GRAM;
      if (at >= 0 && (at % APART == 0 || places.size() < MANY_GRAMS)) {
        places.add(gram, number, at);
        int bit = slot(gram);
        filter[bit >>> 6] |= 1L << bit;
      }
      if (end >= GRAM - STRIDE) {
        int bit = shortSlot(gram);
        shortFilter[bit >>> 6] |= 1L << bit;
      }
    }
  }

  @Override
  public boolean mayStandIn(char[] text) {
    long gram = 0;
    int wait = STRIDE;
    int near = 0;
    for (int i = 0; i < text.length; ) {
      if (text[i] <= ' ') {
        int end = endOfLineBreak(text, i);
        if (end > i) {
          i = end;
          continue;
        }
      }
      gram = next(gram, text[i++]);
      if (--wait == 0) {
        wait = STRIDE;
        near = mayBePart(gram) ? STRIDE : 0;
      }
      if (near > 0) {
        near--;
        if (isKnown(gram) && goesOn(gram, text, i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the end of a gram may be within a gram of a value: else no such one ends soon. */
  private boolean mayBePart(long gram) {
    int bit = shortSlot(gram);
    return (shortFilter[bit >>> 6] & 1L << bit) != 0;
  }

  /** Whether a text has so much of a value from a gram on that it counts. */
  private boolean goesOn(long gram, char[] text, int behind) {
    for (int place = places.first(gram); place != GramPlaces.NONE; place = places.next(place)) {
      var value = values.get(places.number(place)).text;
      int begin = places.index(place);
      int end = begin + GRAM;
      for (int i = behind; i < text.length && end < value.length(); ) {
        int next = text[i] <= ' ' ? endOfLineBreak(text, i) : i;
        if (next > i) {
          i = next;
        } else if (text[i++] == value.charAt(end)) {
          end++;
        } else {
          break;
        }
      }
      if (counts(value, begin, end - begin)) {
        return true;
      }
    }
    return false;
  }

  /** Where blanks end that have a line's end among them; the same index where they have none. */
  private static int endOfLineBreak(char[] text, int from) {
    boolean breaks = false;
    int end = from;
    while (end < text.length && text[end] <= ' ') {
      breaks |= text[end++] == '\n';
    }
    return breaks ? end : from;
  }

  private boolean isKnown(long gram) {
    int bit = slot(gram);
    return (filter[bit >>> 6] & 1L << bit) != 0 && places.contains(gram);
  }

  /** Where several begin, the longest one counts. */
  @Override
  public void find(String text, Sink sink) {
    long gram = 0;
    int wait = STRIDE;
    int near = 0;
    int done = 0;
    var characters = text.toCharArray();
    for (int end = 0; end < characters.length; ) {
      gram = next(gram, characters[end++]);
      if (--wait == 0) {
        wait = STRIDE;
        near = mayBePart(gram) ? STRIDE : 0;
      }
      if (near > 0) {
        near--;
        int at = end - GRAM;
        if (at >= done && isKnown(gram)) {
          done = Math.max(done, findAt(characters, at, places.first(gram), sink));
        }
      }
    }
  }

  /** The one of a gram's places from which on most is equal, the earliest index of those. */
  private int findAt(char[] text, int at, int first, Sink sink) {
    int longest = 0;
    int best = first;
    for (int place = first; place != GramPlaces.NONE; place = places.next(place)) {
      int length =
          equal(values.get(places.number(place)).characters, places.index(place), text, at);
      if (length > longest || (length == longest && places.index(place) < places.index(best))) {
        longest = length;
        best = place;
      }
    }
    var value = values.get(places.number(best));
    int index = places.index(best);
    if (longest < GRAM || !counts(value.text, index, longest)) {
      return at;
    }
    sink.found(value.secret, at, at + longest, index, value.text.length());
    return at + longest;
  }

  /** How many characters are equal from two places on. */
  private static int equal(char[] value, int from, char[] text, int at) {
    int most = Math.min(value.length - from, text.length - at);
    int different = Arrays.mismatch(value, from, from + most, text, at, at + most);
    return different < 0 ? most : different;
  }

  /** Whether a part of a value says anything of the value. */
  private static boolean counts(String value, int index, int length) {
    if (length == value.length()) {
      return true;
    }
    if (length < (value.length() < LONG_VALUE ? SHORTEST : SHORTEST_PART)) {
      return false;
    }
    return length >= TELLING_PART
        || length * 10 >= value.length() * 6
        || !Likeness.isReadable(value.substring(index, index + length));
  }

  private static long next(long gram, char c) {
    return (gram << BITS | (c & ((1 << BITS) - 1))) & ALL;
  }

  private static int slot(long gram) {
    return (int) ((gram * 0x9E3779B97F4A7C15L) >>> 44);
  }

  private static int shortSlot(long gram) {
    return (int) (((gram & SHORT) * 0x9E3779B97F4A7C15L) >>> 46);
  }
}
