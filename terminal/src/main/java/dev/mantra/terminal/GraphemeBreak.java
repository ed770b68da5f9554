package dev.mantra.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where grapheme clusters end (UAX 29, extended clusters), as an automaton over {@link CodePoints}
 * properties. What the rules look back at is the class of the last code point, how far an emoji
 * sequence (GB11) and an Indic conjunct (GB9c) have come, and whether a regional indicator waits
 * for its pair (GB12, GB13). The few combinations of these that can occur are numbered when the
 * class is loaded.
 *
 * <p>Two rules differ from UAX 29, as in the terminals that cluster: a prepended mark stands in a
 * cell of its own (no GB9b), and a skin tone joins a picture only (UTS 51 ED-13).
 */
final class GraphemeBreak {
  /** A new cluster begins. */
  static final int BREAK = -1;

  /** The state when there is no character before. */
  static final int NOTHING = 0;

  private static final int FIRST_COMBINATION = NOTHING + 1;

  // a combination: the last class in the low four bits, and these
  private static final int LAST = 15;
  private static final int EMOJI = 1 << 4;
  private static final int EMOJI_JOINER = 1 << 5;
  private static final int CONSONANT = 1 << 6;
  private static final int LINKED = 1 << 7;
  private static final int LONE_INDICATOR = 1 << 8;

  /** The properties that matter, as bits 0 to 6. */
  private static final int MATTERS =
      CodePoints.BREAK | CodePoints.PICTOGRAPHIC | CodePoints.CONJUNCT;

  private static final int KEYS = 1 << 7;

  /** State after the first code point of a cluster, by key. */
  private static final byte[] START = new byte[KEYS];

  /** State after a further code point, by state and key. */
  private static final byte[] CONTINUED;

  /** The same, but {@link #BREAK} where the rules want a new cluster. */
  private static final byte[] NEXT;

  static {
    List<Integer> combinations = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      START[key] = number(combinations, begun(key));
    }
    byte[] continued = new byte[KEYS * KEYS];
    byte[] next = new byte[KEYS * KEYS];
    Arrays.fill(next, (byte) BREAK);
    for (int i = 0; i < combinations.size(); i++) {
      int combination = combinations.get(i);
      for (int key = 0; key < KEYS; key++) {
        int at = (FIRST_COMBINATION + i) * KEYS + key;
        continued[at] = number(combinations, followed(combination, key));
        if (joins(combination, key)) {
          next[at] = continued[at];
        }
      }
    }
    CONTINUED = continued;
    NEXT = next;
  }

  private GraphemeBreak() {}

  /** Whether a code point can join the one before it at all. */
  static boolean mayJoin(int properties) {
    return (properties & MATTERS) != 0;
  }

  /** The state after the first code point of a cluster. */
  static int start(int properties) {
    return START[key(properties)];
  }

  /** The state after one more code point, or {@link #BREAK} when that begins a new cluster. */
  static int next(int state, int properties) {
    return NEXT[state * KEYS + key(properties)];
  }

  /**
   * The state after a code point that was put into the cluster, whether the rules say so or not.
   */
  static int continued(int state, int properties) {
    return CONTINUED[state * KEYS + key(properties)];
  }

  private static int key(int properties) {
    return (properties & MATTERS) >> CodePoints.BREAK_SHIFT;
  }

  private static byte number(List<Integer> combinations, int combination) {
    int index = combinations.indexOf(combination);
    if (index < 0) {
      index = combinations.size();
      combinations.add(combination);
    }
    return (byte) (FIRST_COMBINATION + index);
  }

  // The rules

  private static int type(int key) {
    return key & LAST;
  }

  private static boolean isPicture(int key) {
    return (key & CodePoints.PICTOGRAPHIC >> CodePoints.BREAK_SHIFT) != 0;
  }

  private static int conjunct(int key) {
    return key >> (CodePoints.CONJUNCT_SHIFT - CodePoints.BREAK_SHIFT);
  }

  private static int begun(int key) {
    int combination = type(key);
    if (combination == CodePoints.REGIONAL_INDICATOR) {
      combination |= LONE_INDICATOR;
    }
    if (isPicture(key)) {
      combination |= EMOJI;
    }
    return conjunct(key) == CodePoints.CONJUNCT_CONSONANT ? combination | CONSONANT : combination;
  }

  private static int followed(int before, int key) {
    int type = type(key);
    int combination = type;
    boolean joining = type == CodePoints.EXTEND || type == CodePoints.SKIN_TONE;
    if (isPicture(key) || ((before & EMOJI) != 0 && joining)) {
      combination |= EMOJI;
    } else if ((before & EMOJI) != 0 && type == CodePoints.ZWJ) {
      combination |= EMOJI_JOINER;
    }
    return switch (conjunct(key)) {
      case CodePoints.CONJUNCT_CONSONANT -> combination | CONSONANT;
      case CodePoints.CONJUNCT_LINKER ->
          (before & CONSONANT) == 0 ? combination : combination | CONSONANT | LINKED;
      case CodePoints.CONJUNCT_EXTEND -> combination | (before & (CONSONANT | LINKED));
      default -> combination;
    };
  }

  private static boolean joins(int before, int key) {
    int last = before & LAST;
    return switch (type(key)) {
      case CodePoints.EXTEND, CodePoints.ZWJ, CodePoints.SPACING_MARK ->
          last != CodePoints.CONTROL; // GB4, GB9, GB9a
      case CodePoints.SKIN_TONE -> (before & EMOJI) != 0;
      case CodePoints.HANGUL_L, CodePoints.HANGUL_LV, CodePoints.HANGUL_LVT ->
          last == CodePoints.HANGUL_L; // GB6
      case CodePoints.HANGUL_V ->
          last == CodePoints.HANGUL_L
              || last == CodePoints.HANGUL_V
              || last == CodePoints.HANGUL_LV; // GB6, GB7
      case CodePoints.HANGUL_T ->
          last == CodePoints.HANGUL_V
              || last == CodePoints.HANGUL_LV
              || last == CodePoints.HANGUL_T
              || last == CodePoints.HANGUL_LVT; // GB7, GB8
      case CodePoints.REGIONAL_INDICATOR -> (before & LONE_INDICATOR) != 0; // GB12, GB13
      case CodePoints.OTHER ->
          (isPicture(key) && (before & EMOJI_JOINER) != 0) // GB11
              || (conjunct(key) == CodePoints.CONJUNCT_CONSONANT && (before & LINKED) != 0); // GB9c
      default -> false;
    };
  }
}
