package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Original;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.JournalReplacement;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.formats.transcript.LongSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session in which a conversation was recorded, and what it lacks of it.
 *
 * <p>What was said while it was recorded belongs to it. What was said before or after does not: it
 * had no screen, and would change the numbers of the messages.
 */
final class RecordedSession implements AutoCloseable {

  /** An agent may write down a little later what it did last. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(10);

  private static final Duration BEFORE = Duration.ofSeconds(2);

  private final Session session;
  private final Conversation conversation;
  private final SessionSummary summary;
  private final HeldEntries held;
  private final EntryKeys met = new EntryKeys();
  private final LongSet added = new LongSet();

  /** What this session calls the copies that the conversation's import calls otherwise. */
  private final Map<String, String> copies = new HashMap<>();

  private @Nullable JournalReplacement replacement;
  private Totals totals = Totals.NONE;
  private long messages;
  private boolean isDamaged;

  private RecordedSession(
      Session session, Conversation conversation, SessionSummary summary, HeldEntries held) {
    this.session = session;
    this.conversation = conversation;
    this.summary = summary;
    this.held = held;
  }

  static RecordedSession of(Session session, Conversation conversation) throws IOException {
    var key = conversation.key();
    var held =
        HeldEntries.of(
            session,
            entry ->
                entry.agent().equals(key.agent().label()) && entry.conversation().equals(key.id()));
    return new RecordedSession(session, conversation, session.summary(), held);
  }

  /** Whether it holds an entry. To be asked about all of the conversation, in their order. */
  boolean holds(Entry entry) {
    return held.contains(met.next(entry));
  }

  /**
   * Takes an entry that it does not hold though it was there: adds it at the session's end, for
   * when it was said, it says itself.
   *
   * @return false when the entry is not for this session, or cannot be added to it
   */
  boolean take(Placed placed) throws IOException {
    var entry = placed.entry();
    boolean isOurs = held.knows(entry.id()) || added.contains(EntryKeys.first(entry.id()));
    if (!isOurs && !covers(placed.moment())) {
      return false;
    }
    if (!entry.kind().isSaid()) {
      return true; // the copy of the transcript is enough
    }
    if (!canTake()) {
      return isOurs;
    }
    added.add(EntryKeys.first(entry.id()));
    append(new Event.Message(summary.duration().toNanos(), inItsCopy(entry)));
    messages += entry.isMessage() && entry.change() == Entry.Change.ADDED ? 1 : 0;
    return true;
  }

  /** Puts what was added into the session; empty when nothing was. */
  Optional<Outcome.Joined> commit() throws IOException {
    var open = replacement;
    var end = summary.end();
    if (open == null || isDamaged || end.isEmpty()) {
      return Optional.empty();
    }
    open.append(new Event.End(end.get().at(), end.get().reason(), end.get().status(), totals));
    open.commit();
    return Optional.of(new Outcome.Joined(session.id(), messages));
  }

  @Override
  public void close() throws IOException {
    if (replacement != null) {
      replacement.close();
    }
  }

  /** Whether it has an end, and no damage that a new journal would hide. */
  private boolean canTake() throws IOException {
    if (summary.state() != SessionState.FINISHED) {
      return false;
    }
    if (replacement == null) {
      copyTranscripts();
      copyJournal();
    }
    return !isDamaged;
  }

  private void copyTranscripts() throws IOException {
    var agent = conversation.key().agent();
    var folder = new TranscriptCopies(session, agent);
    for (var file : conversation.files()) {
      copies.put(TranscriptCopies.nameOf(file, agent), folder.update(file).name());
    }
  }

  /** The entry as it stands in this session's copy of its transcript. */
  private Entry inItsCopy(Entry entry) {
    var from = entry.original();
    var copy = from.map(Original::file).map(copies::get);
    return from.isEmpty() || copy.isEmpty()
        ? entry
        : entry.withOriginal(new Original(copy.get(), from.get().offset(), from.get().length()));
  }

  private void copyJournal() throws IOException {
    replacement = JournalReplacement.begin(session, summary.header());
    try (var journal = session.read()) {
      for (var next = journal.next(); next.isPresent(); next = journal.next()) {
        if (!(next.get() instanceof Event.End)) {
          append(next.get());
        }
      }
      isDamaged = !journal.damage().isEmpty();
    }
  }

  private void append(Event event) throws IOException {
    if (replacement != null) {
      replacement.append(event);
      totals = totals.plus(event);
    }
  }

  private boolean covers(Instant moment) {
    var start = summary.header().startedAt();
    return !moment.isBefore(start.minus(BEFORE))
        && !moment.isAfter(start.plus(summary.duration()).plus(AFTERWARDS));
  }
}
