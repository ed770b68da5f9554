package dev.mantra.redactor.session;

import java.util.Arrays;

/**
 * Where the characters of a page stand in a stream of bytes. Most of them stand side by side: only
 * where they do not, something is noted.
 */
final class Places {

  /** Stands for the place of a character that no byte is of. */
  static final long NOWHERE = -1;

  private static final int WIDTH_BITS = 3;
  private static final int MOST_WIDE = 4;

  /** The index of the first character of each run. */
  private final int[] starts;

  /** Where it stands, and in the lowest bits how many bytes each character of the run has. */
  private final long[] runs;

  private Places(int[] starts, long[] runs) {
    this.starts = starts;
    this.runs = runs;
  }

  /** The offset of the first byte of a character, -1 where it has none. */
  long at(int index) {
    int found = Arrays.binarySearch(starts, index);
    int run = found < 0 ? -found - 2 : found;
    return run < 0 || runs[run] == NOWHERE
        ? NOWHERE
        : place(runs[run]) + (long) (index - starts[run]) * width(runs[run]);
  }

  /** How many bytes of memory they take, about. */
  int size() {
    return starts.length * (Integer.BYTES + Long.BYTES);
  }

  private static long place(long run) {
    return run >> WIDTH_BITS;
  }

  private static int width(long run) {
    return (int) run & ((1 << WIDTH_BITS) - 1);
  }

  private static long run(long place, int width) {
    return place << WIDTH_BITS | width;
  }

  /** Notes the places of characters, from left to right. */
  static final class Builder {
    private int[] starts = new int[64];
    private long[] runs = new long[64];
    private int count;

    /** What the next place is if it goes on in the same run. */
    private long next = Long.MIN_VALUE;

    private int width;

    void add(int index, long place) {
      if (place == next) {
        next += width;
      } else {
        begin(index, place);
      }
    }

    /** Adds {@code length} characters. */
    void add(int index, long[] places, int length) {
      for (int i = 0; i < length; i++) {
        long place = places[i];
        if (place == next) {
          next += width;
        } else {
          begin(index + i, place);
        }
      }
    }

    /** The next character goes on no run. */
    void breakOff() {
      next = Long.MIN_VALUE;
    }

    private void begin(int index, long place) {
      if (isSecond(index) && widens(place)) {
        width = (int) (place - place(runs[count - 1]));
        runs[count - 1] = run(place(runs[count - 1]), width);
        next = place + width;
        return;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        runs = Arrays.copyOf(runs, count * 2);
      }
      width = place < 0 ? 0 : 1;
      starts[count] = index;
      runs[count++] = place < 0 ? NOWHERE : run(place, width);
      next = place + width;
    }

    private boolean isSecond(int index) {
      return next != Long.MIN_VALUE && count > 0 && starts[count - 1] == index - 1;
    }

    /** Whether the second character of a run is so far from the first one as all may be. */
    private boolean widens(long place) {
      long first = place(runs[count - 1]);
      return runs[count - 1] != NOWHERE && place > first && place - first <= MOST_WIDE;
    }

    /** Forgets the characters before an index, which becomes 0. */
    void keepFrom(int index) {
      int found = Arrays.binarySearch(starts, 0, count, index);
      int first = found < 0 ? -found - 2 : found;
      if (first > 0) {
        count -= first;
        System.arraycopy(starts, first, starts, 0, count);
        System.arraycopy(runs, first, runs, 0, count);
      }
      for (int i = 0; i < count; i++) {
        starts[i] -= index;
      }
      if (count > 0 && starts[0] < 0) {
        if (runs[0] != NOWHERE) {
          runs[0] = run(place(runs[0]) - (long) starts[0] * width(runs[0]), width(runs[0]));
        }
        starts[0] = 0;
      }
    }

    void clear() {
      count = 0;
      breakOff();
    }

    Places build() {
      return new Places(Arrays.copyOf(starts, count), Arrays.copyOf(runs, count));
    }
  }
}
