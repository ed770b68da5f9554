package dev.mantra.indexer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.Facts;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.ObservedFiles;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Sessions in which something is said, and a source that reads them and counts how often. */
public final class SpokenSessions implements Said.Source {

  public static final Instant START = Instant.parse("2026-11-20T08:30:00Z");
  public static final long SECOND = 1_000_000_000L;

  private final Store store;
  private final AtomicInteger reads = new AtomicInteger();

  public SpokenSessions(Path folder) {
    store = new Store(folder);
  }

  public Store store() {
    return store;
  }

  /** How often a conversation was opened. */
  public int reads() {
    return reads.get();
  }

  public Session add(String id, Event... events) throws IOException {
    return add(id, header -> header, events);
  }

  public Session add(String id, UnaryOperator<SessionHeader.Builder> change, Event... events)
      throws IOException {
    var session = store.create(new SessionId(id));
    try (var journal = begin(session, change)) {
      journal.append(List.of(events));
      long end = events.length == 0 ? 0 : events[events.length - 1].at();
      journal.append(new Event.End(end, EndReason.EXITED, OptionalInt.of(0), Totals.NONE));
    }
    store.finish(session);
    return session;
  }

  public static JournalWriter begin(Session session) throws IOException {
    return begin(session, header -> header);
  }

  private static JournalWriter begin(Session session, UnaryOperator<SessionHeader.Builder> change)
      throws IOException {
    var start = session.id().startedAt().orElse(START);
    var header =
        SessionHeader.builder(session.id(), start, "mantra test")
            .command(List.of(Bytes.utf8("claude")));
    return JournalWriter.create(session.journal(), change.apply(header).build());
  }

  public static Event prompt(int second, String text) {
    return said(second, "p" + second, Kind.USER, Change.ADDED, new Block.Text(text));
  }

  public static Event reply(int second, String text) {
    return said(second, "r" + second, Kind.ASSISTANT, Change.ADDED, new Block.Text(text));
  }

  public static Event call(int second, String id, String tool, String input) {
    return said(second, id, Kind.TOOL, Change.ADDED, new Block.Call(id, tool, input));
  }

  public static Event result(int second, String id, Block... blocks) {
    return said(second, id, Kind.TOOL, Change.EXTENDED, blocks);
  }

  public static Event said(int second, String id, Kind kind, Change change, Block... blocks) {
    return new Event.Message(
        second * SECOND,
        new Entry(
            "claude",
            "c-1",
            id,
            change,
            Optional.empty(),
            kind,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Usage.NONE,
            List.of(blocks),
            0,
            Optional.empty()));
  }

  public static Event change(int second, String path, String patch) {
    return new Event.FileChange(
        second * SECOND,
        second * SECOND,
        new FileEdit(
            second,
            FileEdit.Kind.MODIFIED,
            Bytes.utf8(path),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            patch.isEmpty() ? Optional.empty() : Optional.of(Bytes.utf8(patch)),
            1,
            1));
  }

  @Override
  public Said open(Session session) throws IOException {
    reads.incrementAndGet();
    var messages = new ArrayList<Entry>();
    var facts = new ArrayList<Fact>();
    var collector = new Facts(facts::add);
    SessionHeader header;
    try (var reader = session.read()) {
      header = reader.header();
      for (var event = reader.next(); event.isPresent(); event = reader.next()) {
        collector.accept(event.get());
        if (event.get() instanceof Event.Message message) {
          messages.add(message.entry());
        } else if (event.get() instanceof Event.FileChange change) {
          ObservedFiles.message(change).map(Event.Message::entry).ifPresent(messages::add);
        }
      }
    }
    return new Read(Conversation.of(header, facts), messages);
  }

  private record Read(Conversation conversation, List<Entry> messages) implements Said {
    @Override
    public Entry read(NumberedEntry entry) {
      var first = messages.get(entry.records().getFirst());
      var blocks = new ArrayList<Block>();
      entry.records().forEach(record -> blocks.addAll(messages.get(record).blocks()));
      return new Entry(
          first.agent(),
          first.conversation(),
          first.id(),
          first.change(),
          first.subAgent(),
          first.kind(),
          first.source(),
          first.started(),
          first.time(),
          first.model(),
          first.usage(),
          blocks,
          0,
          first.original());
    }

    @Override
    public void close() {}
  }
}
