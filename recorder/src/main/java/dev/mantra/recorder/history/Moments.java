package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import java.time.Duration;
import java.time.Instant;

/**
 * To which moments the entries of one file belong.
 *
 * <p>Mostly they say so themselves. An entry without a time belongs to the one before. Prompts and
 * replies of a file in which none has a time, as in those of Codex until 0.29, are spread from its
 * beginning to when it was last written, by their places in the file.
 */
final class Moments {

  /** Clocks of machines differ. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final Instant latest;
  private final Instant begun;
  private final Instant written;
  private final long size;
  private Instant last;
  private boolean timed;

  /**
   * @param now what comes after it is a mistake
   * @param begun when the file was begun; {@link Instant#MIN} where it does not tell
   * @param written when it was last written
   * @param size in bytes
   */
  Moments(Instant now, Instant begun, Instant written, long size) {
    this.latest = (written.isAfter(now) ? written : now).plus(TOLERANCE);
    this.begun = begun.isBefore(latest) ? begun : written;
    this.written = written;
    this.size = size;
    this.last = this.begun;
  }

  /**
   * The moment of the next entry.
   *
   * @param offset where its record begins in the file
   */
  Instant of(Entry entry, long offset) {
    var time = entry.time().filter(t -> t.isAfter(Instant.EPOCH) && t.isBefore(latest));
    if (time.isPresent()) {
      last = time.get();
      timed |= entry.kind().isSaid();
    } else if (!timed && entry.kind().isSaid()) {
      last = spread(offset);
    }
    return last;
  }

  private Instant spread(long offset) {
    if (begun.equals(Instant.MIN) || !written.isAfter(begun) || size <= 0) {
      return written;
    }
    double part = Math.clamp((double) offset / size, 0, 1);
    var moment = begun.plusNanos((long) (Duration.between(begun, written).toNanos() * part));
    return moment.isAfter(last) ? moment : last;
  }
}
