package dev.mantra.formats.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which records of a forked rollout are copies. Up to about 0.113 a fork begins with all records of
 * the thread that it comes from, their first line included, and with the time of the fork on each.
 *
 * <p>The copies end with the first turn that is younger than the fork: the ids of turns and threads
 * begin with the time they were made at. Where they do not, the time tells: all copies are written
 * in one go.
 */
final class CodexCopies {

  private static final Duration ONE_GO = Duration.ofSeconds(2);

  private String thread = "";
  private boolean copying;
  private boolean idsTell;
  private Optional<Instant> began = Optional.empty();

  /** The file's own first line. */
  void begin(CodexHeader header, CodexRecord record) {
    thread = header.thread();
    began = record.time();
  }

  /** A further first line. */
  void again(CodexHeader header) {
    copying |= !header.thread().equals(thread);
  }

  boolean hasCopied(CodexRecord record) {
    if (!copying) {
      return false;
    }
    var turn = record.payload().text("turn_id");
    if (tellsTime(turn) && tellsTime(thread)) {
      idsTell = true;
      copying = turn.compareTo(thread) < 0;
    } else if (!idsTell && isLater(record)) {
      copying = false;
    }
    return copying;
  }

  private boolean isLater(CodexRecord record) {
    return began.isPresent()
        && record.time().isPresent()
        && record.time().get().isAfter(began.get().plus(ONE_GO));
  }

  /** Whether an id is of the kind that begins with a time: a UUID of version 7. */
  private static boolean tellsTime(String id) {
    return id.length() == 36 && id.charAt(14) == '7';
  }
}
