package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
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

  /** Where the bytes of an event begin in the stream. */
  long offset(long number, Bytes bytes) {
    int at = Arrays.binarySearch(numbers, 0, size, number);
    if (at < 0) {
      throw new IllegalArgumentException(
          "event " + number + " of " + bytes.length() + " bytes was not scanned");
    }
    return offsets[at];
  }

  /** When a byte was written. */
  long time(long offset) {
    int at = Arrays.binarySearch(offsets, 0, size, offset);
    return times[Math.max(0, at < 0 ? -at - 2 : at)];
  }
}
