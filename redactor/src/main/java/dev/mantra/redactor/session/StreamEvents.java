package dev.mantra.redactor.session;

import java.util.Arrays;

/** Which events made a stream of bytes: their numbers and where they begin in it. */
final class StreamEvents {
  private long[] numbers = new long[64];
  private long[] offsets = new long[64];
  private long[] times = new long[64];
  private int size;

  void add(long number, long offset, long time) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    numbers[size] = number;
    offsets[size] = offset;
    times[size++] = time;
  }

  /** Those from a number on. */
  StreamEvents from(long number) {
    var later = new StreamEvents();
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= number) {
        later.add(numbers[i], offsets[i], times[i]);
      }
    }
    return later;
  }

  /** Where the first of them begins; behind everything when there are none. */
  long start() {
    return size == 0 ? Long.MAX_VALUE : offsets[0];
  }

  /** What is covered of them; of all others nothing needs to be known any more. */
  StreamCover covered(Covers covers) {
    var kept = new StreamEvents();
    for (var stretch : covers.all()) {
      for (int i = indexAt(stretch.from()); i < size && offsets[i] < stretch.to(); i++) {
        if (kept.size == 0 || kept.numbers[kept.size - 1] < numbers[i]) {
          kept.add(numbers[i], offsets[i], times[i]);
        }
      }
    }
    return new StreamCover(
        Arrays.copyOf(kept.numbers, kept.size), Arrays.copyOf(kept.offsets, kept.size), covers);
  }

  /** When a byte was written. */
  long time(long offset) {
    return times[indexAt(offset)];
  }

  /** The last event that does not begin behind a byte. */
  private int indexAt(long offset) {
    int at = Arrays.binarySearch(offsets, 0, size, offset);
    return Math.max(0, at < 0 ? -at - 2 : at);
  }
}
