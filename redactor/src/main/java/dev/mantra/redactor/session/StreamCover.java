package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What is covered of a stream of bytes, by the events that it is made of. */
final class StreamCover {

  private final long[] sequences;
  private final long[] offsets;
  private final Covers covers;

  /**
   * @param sequences the events that have something to be covered, in order
   * @param offsets where they begin in the stream
   */
  StreamCover(long[] sequences, long[] offsets, Covers covers) {
    this.sequences = sequences;
    this.offsets = offsets;
    this.covers = covers;
  }

  /** How many events have something to be covered. */
  int size() {
    return sequences.length;
  }

  long sequence(int index) {
    return sequences[index];
  }

  long offset(int index) {
    return offsets[index];
  }

  Covers covers() {
    return covers;
  }

  /** Where an event begins in the stream; empty when it has nothing to be covered. */
  OptionalLong offsetOf(long sequence) {
    int at = Arrays.binarySearch(sequences, sequence);
    return at < 0 ? OptionalLong.empty() : OptionalLong.of(offsets[at]);
  }

  /** An event's bytes as they may be seen. */
  Bytes cover(long sequence, Bytes bytes, List<Secret> secrets) {
    var offset = offsetOf(sequence);
    return offset.isEmpty()
        ? bytes
        : new ByteCover(secrets).cover(bytes, offset.getAsLong(), covers);
  }
}
