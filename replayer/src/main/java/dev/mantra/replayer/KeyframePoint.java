package dev.mantra.replayer;

import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.journal.JournalPlace;

/**
 * A keyframe of a session.
 *
 * @param at from when on all is visible that it shows; nothing later is in it
 * @param frameSince when the frame began that was not complete, or {@link StartingPoint#NO_FRAME}
 * @param place where the journal goes on
 * @param marks how many markers stand before that place
 * @param piece the keyframe
 */
record KeyframePoint(long at, long frameSince, JournalPlace place, int marks, Piece piece) {

  KeyframePoint withPiece(Piece other) {
    return new KeyframePoint(at, frameSince, place, marks, other);
  }
}
