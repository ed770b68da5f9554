package dev.mantra.replayer;

import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.terminal.Terminal;
import java.util.function.Supplier;

/**
 * Where to begin to replay: what was on the screen at a time, which is fit to be seen, and where
 * the journal goes on.
 *
 * @param frameSince when the frame began that is not complete yet, or {@link #NO_FRAME}
 * @param terminal shows it, and may be drawn on
 * @param others makes more terminals that show it
 */
record StartingPoint(
    long at, long frameSince, JournalPlace place, Terminal terminal, Supplier<Terminal> others) {

  static final long NO_FRAME = -1;
}
