package dev.mantra.replayer;

import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.journal.JournalPlace;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of a session that its conversation is made of, and where its entries stand.
 *
 * @param facts in the order of the journal
 * @param spots one for each entry among the facts
 * @param resume from where on more can be read when the session has grown
 * @param settled how many of the facts come before that
 * @param screens whether there are any
 */
record FactList(
    List<Fact> facts, List<Spot> spots, JournalPlace resume, int settled, Screens screens) {

  /** Whether the session shows anything. */
  enum Screens {
    NONE,
    SOME
  }

  static final FactList EMPTY =
      new FactList(List.of(), List.of(), JournalPlace.START, 0, Screens.NONE);

  /** Without those that are found again by reading on. */
  FactList settledPart() {
    var kept = new ArrayList<>(facts.subList(0, settled));
    long entries = kept.stream().filter(EntryOutline.class::isInstance).count();
    return new FactList(
        kept, new ArrayList<>(spots.subList(0, (int) entries)), resume, settled, screens);
  }
}
