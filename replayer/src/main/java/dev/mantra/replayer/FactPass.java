package dev.mantra.replayer;

import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.Facts;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a session through, or what was added to it, for the facts that its messages come from. */
final class FactPass {

  private final JournalReader reader;
  private final ProgressMeter progress;
  private final List<Fact> facts;
  private final List<Spot> spots;
  private final Facts picker;
  private FactList.Screens screens;
  private JournalPlace resume;
  private int settled;
  private Spot spot;

  /**
   * @param earlier what was found when the session was shorter
   */
  FactPass(JournalReader reader, FactList earlier, ProgressMeter progress) {
    this.reader = reader;
    this.progress = progress;
    var kept = earlier.settledPart();
    this.facts = new ArrayList<>(kept.facts());
    this.spots = new ArrayList<>(kept.spots());
    this.screens = kept.screens();
    this.resume = kept.resume();
    this.settled = kept.settled();
    this.spot = new Spot(resume, 0);
    this.picker = new Facts(this::keep);
  }

  FactList run() throws IOException {
    reader.seek(resume);
    look();
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      if (next.get() instanceof Event.Output) {
        screens = FactList.Screens.SOME;
      }
      picker.accept(next.get());
      spot = new Spot(spot.place(), spot.before() + 1);
      look();
    }
    return new FactList(facts, spots, resume, settled, screens);
  }

  /** Notes where the next event stands, and whether one could go on from there. */
  private void look() {
    var place = reader.place();
    if (place.isPresent()) {
      spot = new Spot(place.get(), 0);
      progress.reach(place.get());
      if (picker.isIdle()) {
        resume = place.get();
        settled = facts.size();
      }
    }
  }

  private void keep(Fact fact) {
    facts.add(fact);
    if (fact instanceof EntryOutline) {
      spots.add(spot);
    }
  }
}
