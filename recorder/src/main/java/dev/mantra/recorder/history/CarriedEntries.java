package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.transcript.LongSet;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds of transcripts that are gone, or were written anew without it: it stays in
 * the session when that is written anew.
 */
final class CarriedEntries implements EntryQueue {

  private final JournalReader journal;
  private final Instant start;
  private final LongSet current;
  private final Set<String> copies = new HashSet<>();
  private @Nullable Placed ahead;

  /**
   * @param current the ids that the transcripts still tell, by {@link EntryKeys#first}
   */
  CarriedEntries(Session session, LongSet current) throws IOException {
    this.journal = session.read();
    this.start = journal.header().startedAt();
    this.current = current;
  }

  @Override
  public @Nullable Placed peek() throws IOException {
    while (ahead == null) {
      var event = journal.next();
      if (event.isEmpty()) {
        return null;
      }
      if (event.get() instanceof Event.Message message
          && !current.contains(EntryKeys.first(message.entry().id()))) {
        ahead = new Placed(start.plusNanos(message.at()), message.entry());
      }
    }
    return ahead;
  }

  @Override
  public Placed next() throws IOException {
    var next = peek();
    if (next == null) {
      throw new NoSuchElementException();
    }
    ahead = null;
    next.entry().original().map(Entry.Original::file).ifPresent(copies::add);
    return next;
  }

  /** The copies of transcripts that the entries taken so far point into. */
  Set<String> copies() {
    return Set.copyOf(copies);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
