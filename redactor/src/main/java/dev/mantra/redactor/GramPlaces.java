package dev.mantra.redactor;

import java.util.Arrays;

/**
 * Where each stretch of characters, a gram, stands in values. A hash table of plain numbers: there
 * may be half a million of them, and as objects they would take most of the time and the memory.
 *
 * <p>A gram's places form a chain, the one that was added first in front.
 */
final class GramPlaces {

  /** Behind the last place of a gram. */
  static final int NONE = -1;

  /** A gram that stands in more places than that tells nothing of them. */
  private static final int MOST_PLACES = 64;

  private static final int FIRST_CAPACITY = 1 << 8;

  /**
   * At each slot: a gram, where its chain begins and ends, and how long it is; 0 where it is free.
   */
  private long[] grams = new long[FIRST_CAPACITY];

  private int[] firsts = new int[FIRST_CAPACITY];
  private int[] lasts = new int[FIRST_CAPACITY];
  private int[] counts = new int[FIRST_CAPACITY];
  private int size;

  /** At each place: the number of the value, the index in it, and the next place. */
  private int[] numbers = new int[FIRST_CAPACITY];

  private int[] indexes = new int[FIRST_CAPACITY];
  private int[] nexts = new int[FIRST_CAPACITY];
  private int places;

  /** How many different grams there are. */
  int size() {
    return size;
  }

  void add(long gram, int number, int index) {
    int slot = slot(gram);
    if (counts[slot] == MOST_PLACES) {
      return;
    }
    int place = newPlace(number, index);
    if (counts[slot] == 0) {
      grams[slot] = gram;
      firsts[slot] = place;
      size++;
    } else {
      nexts[lasts[slot]] = place;
    }
    lasts[slot] = place;
    counts[slot]++;
    if (2 * size > grams.length) {
      grow();
    }
  }

  boolean contains(long gram) {
    return counts[slot(gram)] > 0;
  }

  /** The first place of a gram; {@link #NONE} when it has none. */
  int first(long gram) {
    int slot = slot(gram);
    return counts[slot] > 0 ? firsts[slot] : NONE;
  }

  /** The place behind another one of the same gram; {@link #NONE} behind the last. */
  int next(int place) {
    return nexts[place];
  }

  /** The number of the value that a place is in. */
  int number(int place) {
    return numbers[place];
  }

  /** Where in the value it is. */
  int index(int place) {
    return indexes[place];
  }

  private int newPlace(int number, int index) {
    if (places == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * places);
      indexes = Arrays.copyOf(indexes, 2 * places);
      nexts = Arrays.copyOf(nexts, 2 * places);
    }
    numbers[places] = number;
    indexes[places] = index;
    nexts[places] = NONE;
    return places++;
  }

  /** Where a gram is, or would be. */
  private int slot(long gram) {
    int mask = grams.length - 1;
    int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (counts[slot] > 0 && grams[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldGrams = grams;
    var oldFirsts = firsts;
    var oldLasts = lasts;
    var oldCounts = counts;
    int capacity = 2 * oldGrams.length;
    grams = new long[capacity];
    firsts = new int[capacity];
    lasts = new int[capacity];
    counts = new int[capacity];
    for (int old = 0; old < oldGrams.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = slot(oldGrams[old]);
        grams[slot] = oldGrams[old];
        firsts[slot] = oldFirsts[old];
        lasts[slot] = oldLasts[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
