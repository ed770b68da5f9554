package dev.mantra.replayer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds when messages were to be seen on the screen, where that is not when they were complete:
 * agents write a reply down when they have it, and draw it some tenths of a second later.
 *
 * <p>The moment is the first one from which on the last words are on the screen. A message whose
 * words are there when it is complete, or do not come up soon, keeps its own moment.
 */
final class DrawnMoments {

  private static final long SECOND = 1_000_000_000L;

  /** So much later replies are drawn at most, on a machine that is busy. */
  private static final long LONGEST_DELAY = 2 * SECOND;

  /** When all that is known is when it was read, it was drawn so much earlier at most. */
  private static final long LONGEST_LEAD = 3 * SECOND / 2;

  /** Nobody sees more than a refresh of a display. */
  private static final long STEP = SECOND / 60;

  private final Playback playback;

  /**
   * What was found when the session was shorter.
   *
   * @param duration how long it was
   * @param drawn moments by the first of the entries that a message is made of
   */
  record Known(long duration, Map<Integer, Long> drawn) {}

  DrawnMoments(Playback playback) {
    this.playback = playback;
  }

  /** The moments that differ, by the first of the entries that a message is made of. */
  Map<Integer, Long> of(Conversation conversation, Known known) throws IOException {
    var drawn = new HashMap<Integer, Long>();
    for (var message : conversation.messages()) {
      if (message.records().isEmpty()) {
        continue;
      }
      int record = message.records().getFirst();
      if (message.at() + LONGEST_DELAY <= known.duration()) {
        if (known.drawn().containsKey(record)) {
          drawn.put(record, known.drawn().get(record));
        }
      } else {
        find(message).ifPresent(at -> drawn.put(record, at));
      }
    }
    return drawn;
  }

  private OptionalLong find(NumberedEntry message) throws IOException {
    var text = message.outline().text();
    var words =
        message.outline().kind() == Kind.USER
            ? ShownWords.firstOrLast(text)
            : ShownWords.last(text);
    if (words.isEmpty()) {
      return OptionalLong.empty();
    }
    long lead = message.basis() == Basis.READ ? Math.min(LONGEST_LEAD, message.at()) : 0;
    playback.seek(message.at() - lead);
    if (words.areOn(playback.terminal())) {
      return OptionalLong.empty();
    }
    long last = message.at() + LONGEST_DELAY;
    var next = playback.nextEvent();
    while (next.isPresent() && next.getAsLong() <= last) {
      playback.advanceTo(Math.min(last, Math.max(next.getAsLong(), playback.time() + STEP)));
      if (words.areOn(playback.terminal())) {
        return OptionalLong.of(playback.time());
      }
      next = playback.nextEvent();
    }
    return OptionalLong.empty();
  }
}
