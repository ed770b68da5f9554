package dev.mantra.replayer;

import dev.mantra.formats.conversation.CutTurn;
import dev.mantra.formats.conversation.ShownReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds replies that were cut off on the screen: of those, most agents keep nothing.
 *
 * <p>It is what the agent was saying a moment after the interruption, if that was not to be seen
 * yet when the last thing was said that the transcript has.
 */
final class CutReplies {

  private static final long SECOND = 1_000_000_000L;

  /** Agents draw what has come by the time they notice that they are interrupted. */
  private static final long DELAY = SECOND / 2;

  /** Nobody sees more than a refresh of a display. */
  private static final long STEP = SECOND / 60;

  private final Playback playback;

  /**
   * What was found when the session was shorter.
   *
   * @param duration how long it was
   */
  record Known(long duration, List<ShownReply> replies) {}

  CutReplies(Playback playback) {
    this.playback = playback;
  }

  List<ShownReply> of(List<CutTurn> turns, Known known) throws IOException {
    var found = new ArrayList<ShownReply>();
    for (var turn : turns) {
      if (last(turn) <= known.duration()) {
        known.replies().stream()
            .filter(reply -> reply.at() >= turn.cut() && reply.at() <= last(turn))
            .forEach(found::add);
      } else {
        find(turn).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<ShownReply> find(CutTurn turn) throws IOException {
    playback.seek(last(turn));
    var spoken = SpokenText.last(playback.terminal());
    if (spoken.isEmpty() || isKnown(spoken.get(), turn)) {
      return Optional.empty();
    }
    playback.seek(turn.said());
    if (spoken.get().beginning().areOn(playback.terminal())) {
      return Optional.empty();
    }
    return Optional.of(
        new ShownReply(
            drawn(spoken.get(), turn), turn.agent(), turn.conversation(), spoken.get().text()));
  }

  /** When all that was drawn of it was there. */
  private long drawn(SpokenText text, CutTurn turn) throws IOException {
    playback.seek(turn.cut());
    var next = playback.nextEvent();
    while (!text.end().areOn(playback.terminal())
        && next.isPresent()
        && next.getAsLong() <= last(turn)) {
      playback.advanceTo(Math.min(last(turn), Math.max(next.getAsLong(), playback.time() + STEP)));
      next = playback.nextEvent();
    }
    return playback.time();
  }

  private static long last(CutTurn turn) {
    return Math.max(turn.cut(), Math.min(turn.cut() + DELAY, turn.until() - 1));
  }

  /** Whether the transcript has it after all. */
  private static boolean isKnown(SpokenText spoken, CutTurn turn) {
    return turn.replies().stream().anyMatch(reply -> ShownWords.first(reply).areIn(spoken.text()));
  }
}
