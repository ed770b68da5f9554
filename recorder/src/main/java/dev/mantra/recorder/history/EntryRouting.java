package dev.mantra.recorder.history;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes care that an entry is in one session only: what other conversations or recordings hold is
 * passed over, and what a recording lacks is added to it.
 */
final class EntryRouting implements AutoCloseable {

  private final List<HeldEntries> relatives = new ArrayList<>();
  private final List<RecordedSession> recordings = new ArrayList<>();

  /**
   * @param recorded the sessions in which the conversation was recorded
   * @param related the sessions of conversations that share records with it, as forks do
   */
  EntryRouting(Conversation conversation, List<Session> recorded, List<Session> related)
      throws IOException {
    for (var session : related) {
      relatives.add(HeldEntries.of(session, _ -> true));
    }
    for (var session : recorded) {
      recordings.add(RecordedSession.of(session, conversation));
    }
  }

  /** Whether an entry belongs to the conversation's own session. */
  boolean isOwn(Placed placed) throws IOException {
    var entry = placed.entry();
    if (entry.blocks().stream().anyMatch(Block.Began.class::isInstance)) {
      return true; // says whose session it is
    }
    boolean isHeld = relatives.stream().anyMatch(relative -> relative.knows(entry.id()));
    for (var recording : recordings) {
      isHeld |= recording.holds(entry);
    }
    return !isHeld && !isTaken(placed);
  }

  private boolean isTaken(Placed placed) throws IOException {
    for (var recording : recordings) {
      if (recording.take(placed)) {
        return true;
      }
    }
    return false;
  }

  /** Puts into the recordings what they lacked. */
  List<Outcome> commit() throws IOException {
    var outcomes = new ArrayList<Outcome>();
    for (var recording : recordings) {
      recording.commit().ifPresent(outcomes::add);
    }
    return outcomes;
  }

  @Override
  public void close() throws IOException {
    for (var recording : recordings) {
      recording.close();
    }
  }
}
