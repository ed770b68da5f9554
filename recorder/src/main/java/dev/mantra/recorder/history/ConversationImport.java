package dev.mantra.recorder.history;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.Origin;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes one conversation a session, or brings its session up to date.
 *
 * <p>Both are the same: the transcripts are copied, and a journal is written from all copies. Of a
 * conversation that has grown it takes the old one's place, so that a session is what an import of
 * everything at once would have made of it.
 */
final class ConversationImport {

  /** What every system calls a full disk that Java has no exception for. */
  private static final String NO_SPACE = "No space left";

  private final Store store;
  private final Parsers.Source parsers;
  private final String recordedBy;
  private final ImportTally tally;
  private final Instant now;

  ConversationImport(
      Store store, Parsers.Source parsers, String recordedBy, ImportTally tally, Instant now) {
    this.store = store;
    this.parsers = parsers;
    this.recordedBy = recordedBy;
    this.tally = tally;
    this.now = now;
  }

  /**
   * Imports a conversation.
   *
   * @param source tells it
   * @param sessions where it is held, and where parts of it may be
   * @return what has become of it, which may be two things when parts of it were recorded
   */
  List<Outcome> run(Conversation conversation, EntrySource source, Sessions sessions)
      throws IOException {
    try (var routing = new EntryRouting(conversation, sessions.recorded, sessions.related)) {
      var own =
          sessions.own.isPresent()
              ? renew(sessions.own.get(), source, routing)
              : make(conversation, source, routing);
      var outcomes = new ArrayList<Outcome>();
      var joined = routing.commit();
      if (own instanceof Outcome.Empty && !sessions.recorded.isEmpty()) {
        var recording = sessions.recorded.getFirst().id();
        outcomes.addAll(joined.isEmpty() ? List.of(new Outcome.Joined(recording, 0)) : joined);
      } else {
        outcomes.add(own);
        outcomes.addAll(joined);
      }
      return outcomes;
    }
  }

  /**
   * The sessions that have to do with a conversation.
   *
   * @param own the one that an earlier import made of it
   * @param recorded those in which it was recorded
   * @param related those of conversations that share records with it, as forks do
   */
  record Sessions(Optional<Session> own, List<Session> recorded, List<Session> related) {}

  /** Whether something failed that would fail for all other conversations as well. */
  boolean isOfTheStore(IOException problem) {
    var file = problem instanceof FileSystemException e ? e.getFile() : null;
    return String.valueOf(problem.getMessage()).contains(NO_SPACE)
        || (file != null && file.startsWith(store.folder().toString()));
  }

  private Outcome make(Conversation conversation, EntrySource source, EntryRouting routing)
      throws IOException {
    var beside = parsers.parsers(conversation).beside();
    try (var target = new JournalTarget.New(store.draft(id(conversation, now, 0)))) {
      source.copyTo(target.session());
      var made = new SessionId[1];
      var writer =
          new ConversationWriter(
              target,
              beginning -> {
                made[0] = free(conversation, beginning.start());
                return header(conversation, made[0], beginning, beside);
              });
      var totals = write(source, target.session(), routing, writer);
      if (totals.isEmpty()) {
        return new Outcome.Empty();
      }
      target.commit();
      return new Outcome.Imported(made[0], totals.get().messages());
    }
  }

  private Outcome renew(Session session, EntrySource source, EntryRouting routing)
      throws IOException {
    if (!source.copyTo(session)) {
      return new Outcome.Unchanged();
    }
    var summary = session.summary();
    var old = summary.end().map(end -> end.totals().messages()).orElse(0L);
    try (var target = new JournalTarget.Renewed(session)) {
      var writer = new ConversationWriter(target, _ -> summary.header());
      var totals = write(source, session, routing, writer);
      target.commit();
      source.tidy();
      return new Outcome.Grown(session.id(), totals.orElse(Totals.NONE).messages() - old);
    }
  }

  private Optional<Totals> write(
      EntrySource source, Session session, EntryRouting routing, ConversationWriter writer)
      throws IOException {
    source.pour(
        session,
        tally,
        placed -> {
          if (routing.isOwn(placed)) {
            writer.add(placed);
          }
        });
    return writer.finish();
  }

  private SessionHeader header(
      Conversation conversation,
      SessionId id,
      ConversationWriter.Beginning beginning,
      Beside beside) {
    var key = conversation.key();
    var folder = beginning.folder().or(beside::folder).orElse("");
    return SessionHeader.builder(id, beginning.start(), recordedBy)
        .folder(Bytes.utf8(folder))
        .title(beginning.title().or(beside::title))
        .origin(
            new Origin(
                SessionLinks.format(key.agent()), conversation.path().toString(), "", Bytes.EMPTY))
        .build();
  }

  /** An id that no session has. */
  private SessionId free(Conversation conversation, Instant start) {
    int number = 0;
    var id = id(conversation, start, number);
    while (store.existing(id).isPresent()) {
      number++;
      id = id(conversation, start, number);
    }
    return id;
  }

  /** The same conversation gets the same id each time it is imported anew. */
  private static SessionId id(Conversation conversation, Instant start, int number) {
    var key = conversation.key();
    return SessionId.of(start, key.agent().label(), EntryKeys.first(key.toString()) + number);
  }
}
