package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.TypedLine.Accuracy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The lines that were sent and that no prompt is known to be yet.
 *
 * <p>Agents write a prompt down up to a second after Enter, or, when they were at work then, as
 * soon as they take it up; the text tells which line it was.
 */
final class SentLines {

  private static final long SECOND = 1_000_000_000L;

  /** A prompt that is written down at once is written down within this time. */
  private static final long AT_ONCE = 3 * SECOND / 2;

  /** Agents work for long, and longer than this nobody waits for a prompt to be taken up. */
  private static final long LONGEST_WAIT = 3600 * SECOND;

  /** Clocks differ by that much. */
  private static final long TOLERANCE = SECOND / 20;

  private static final int MOST = 1000;

  private final Deque<TypedLine> lines = new ArrayDeque<>();
  private long lastTaken = Long.MIN_VALUE;

  void add(TypedLine line) {
    lines.add(line);
    if (lines.size() > MOST) {
      lines.remove();
    }
  }

  /** When Enter was pressed for a prompt that was written down at a moment. */
  OptionalLong take(Gist prompt, long written) {
    var text = new PromptText(prompt);
    var found =
        last(line -> isAtOnce(line, written) && text.isIn(line.text()))
            .or(() -> first(line -> isWaiting(line, written) && text.isIn(line.text())))
            .or(() -> last(line -> isAtOnce(line, written) && text.resembles(line.text())))
            .or(() -> last(line -> isAtOnce(line, written) && isGuessed(line)));
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    var line = found.get();
    lines.remove(line);
    lastTaken = Math.max(lastTaken, line.at());
    return OptionalLong.of(Math.max(0, line.at()));
  }

  /** Those that no prompt was, in the order in which they were sent. */
  List<TypedLine> left() {
    return List.copyOf(lines);
  }

  private static boolean isAtOnce(TypedLine line, long written) {
    return line.at() >= written - AT_ONCE && line.at() <= written + TOLERANCE;
  }

  /** Prompts are taken up in the order in which they were sent. */
  private boolean isWaiting(TypedLine line, long written) {
    return line.at() >= written - LONGEST_WAIT && line.at() <= written && line.at() >= lastTaken;
  }

  private static boolean isGuessed(TypedLine line) {
    return line.accuracy() == Accuracy.GUESSED;
  }

  private Optional<TypedLine> first(Predicate<TypedLine> condition) {
    return lines.stream().filter(condition).findFirst();
  }

  private Optional<TypedLine> last(Predicate<TypedLine> condition) {
    return lines.reversed().stream().filter(condition).findFirst();
  }
}
