package dev.mantra.redactor.session;

import dev.mantra.terminal.CharWidth;
import dev.mantra.terminal.Utf8Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which events made a stream of bytes: their numbers and where they begin in it. */
final class StreamEvents {
  private long[] numbers = new long[64];
  private long[] offsets = new long[64];
  private long[] times = new long[64];
  private int size;
  private List<Split> splits = new ArrayList<>();

  /** A character of whose bytes a later event than the first one has some. */
  private record Split(long offset, int codePoint) {
    long end() {
      return offset + Utf8Decoder.length(codePoint);
    }
  }

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

  /** A character was read, in whichever events it stands; its first byte is at an offset. */
  void read(int codePoint, long offset) {
    if (size > 0 && offset < offsets[size - 1] && codePoint != Utf8Decoder.REPLACEMENT) {
      splits.add(new Split(offset, codePoint));
    }
  }

  /** Those from a number on. */
  StreamEvents from(long number) {
    var later = new StreamEvents();
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= number) {
        later.add(numbers[i], offsets[i], times[i]);
      }
    }
    later.splits = new ArrayList<>(splits);
    later.splits.removeIf(split -> split.offset() < later.start());
    return later;
  }

  /** Where the first of them begins; behind everything when there are none. */
  long start() {
    return size == 0 ? Long.MAX_VALUE : offsets[0];
  }

  /** What is covered of them; of all others nothing needs to be known any more. */
  StreamCover covered(Covers covers) {
    coverRests(covers);
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

  /** Covers also what later events have of characters that are covered where they begin. */
  private void coverRests(Covers covers) {
    for (var split : splits) {
      for (var begun : covers.within(split.offset(), split.offset() + 1)) {
        int i = indexAt(split.offset()) + 1;
        for (; i < size && offsets[i] < split.end(); i++) {
          boolean last = i + 1 == size || offsets[i + 1] >= split.end();
          int length = (int) ((last ? split.end() : offsets[i + 1]) - offsets[i]);
          int cells = last ? CharWidth.of(split.codePoint()) : 0;
          if (length > 0) {
            covers.add(Covers.Stretch.rest(offsets[i], length, begun.secret(), cells));
          }
        }
      }
    }
    covers.settle();
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
