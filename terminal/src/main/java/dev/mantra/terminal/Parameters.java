package dev.mantra.terminal;

/**
 * The parameters of a control sequence (ECMA-48 5.4), also while they are being read. A missing one
 * is 0.
 */
final class Parameters {
  static final int MOST = 32;
  static final int LARGEST = 65535;

  final int[] values = new int[MOST];
  int count;

  /** Bit n is set when parameter n was separated from the one before it by a colon. */
  int parts;

  /** The number that is being read, and whether anything of it or before it was seen. */
  int value;

  boolean begun;

  void clear() {
    count = 0;
    parts = 0;
    value = 0;
    begun = false;
  }

  /** Adds a parameter that another one follows; false if there are too many. */
  boolean add(int number, boolean partFollows) {
    if (count == MOST - 1) {
      return false;
    }
    values[count++] = number;
    if (partFollows) {
      parts |= 1 << count;
    }
    return true;
  }

  /** Adds the last parameter. */
  void end(int number) {
    values[count++] = number;
  }

  int get(int index) {
    return index < count ? values[index] : 0;
  }

  /** A parameter for which 0 means 1. */
  int count(int index) {
    return Math.max(1, get(index));
  }

  /** A parameter for which 0 means a default. */
  int get(int index, int standard) {
    int value = get(index);
    return value == 0 ? standard : value;
  }

  boolean isPart(int index) {
    return (parts >>> index & 1) != 0;
  }
}
