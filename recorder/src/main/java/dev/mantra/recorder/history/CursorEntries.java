package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Original;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.CursorConversation;
import dev.mantra.formats.transcript.CursorHistory;
import dev.mantra.formats.transcript.LongSet;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a conversation that lies in a database. The rows that tell of it are written down,
 * a line each, and these lines are what is copied.
 */
final class CursorEntries implements EntrySource {

  private final CursorHistory history;
  private final CursorConversation conversation;
  private final Path scratch;
  private final Instant now;

  /** Where the rows stand among the lines, by their numbers. */
  private final Map<Long, Original> places = new HashMap<>();

  /** The ids that the database still tells, by {@link EntryKeys#first}. */
  private final LongSet current = new LongSet();

  private final Set<String> needed = new HashSet<>();
  private @Nullable TranscriptCopies copies;

  /**
   * @param scratch a folder for the lines, before they are copied
   * @param now entries that are later than that have a wrong time
   */
  CursorEntries(CursorHistory history, CursorConversation conversation, Path scratch, Instant now) {
    this.history = history;
    this.conversation = conversation;
    this.scratch = scratch;
    this.now = now;
  }

  @Override
  public boolean copyTo(Session session) throws IOException {
    Files.createDirectories(scratch);
    var lines = Files.createTempDirectory(scratch, "rows").resolve("conversation.jsonl");
    try {
      write(lines);
      var stamp = Stamp.of(Files.readAttributes(lines, BasicFileAttributes.class));
      var owner = TranscriptOwner.main(conversation.id());
      copies = new TranscriptCopies(session, Agent.CURSOR);
      var copy = copies.update(new TranscriptFile(lines, stamp, owner));
      places.replaceAll((_, place) -> new Original(copy.name(), place.offset(), place.length()));
      return copy.change() != TranscriptCopy.Change.NONE;
    } finally {
      Files.deleteIfExists(lines);
      Files.deleteIfExists(lines.getParent());
    }
  }

  @Override
  public void pour(Session session, ImportTally tally, Consumer consumer) throws IOException {
    var begun = conversation.created().orElse(Instant.MIN);
    var moments = new Moments(now, begun, conversation.updated().orElse(now), places.size());
    read(
        new Rows(tally) {
          @Override
          void told(Entry entry, TranscriptRecord row) throws IOException {
            var place = places.get(row.offset());
            var told = place == null ? entry : entry.withOriginal(place);
            consumer.take(new Placed(moments.of(told, row.offset()), told));
          }
        });
    if (copies == null || copies.others().isEmpty()) {
      return;
    }
    try (var carried = new CarriedEntries(session, current)) {
      while (carried.peek() != null) {
        consumer.take(carried.next());
      }
      needed.addAll(carried.copies());
    }
  }

  @Override
  public void tidy() throws IOException {
    if (copies != null) {
      copies.deleteOthersBut(needed);
    }
  }

  private void write(Path lines) throws IOException {
    try (var out = Files.newOutputStream(lines)) {
      read(
          new Rows(new ImportTally(_ -> {})) {
            private long offset;

            @Override
            void told(Entry entry, TranscriptRecord row) throws IOException {
              current.add(EntryKeys.first(entry.id()));
              if (!places.containsKey(row.offset())) {
                offset = add(row, offset, out);
              }
            }
          });
    }
  }

  private long add(TranscriptRecord row, long offset, OutputStream out) throws IOException {
    row.json().writeTo(out);
    out.write('\n');
    places.put(row.offset(), new Original("", offset, row.json().length()));
    return offset + row.json().length() + 1;
  }

  private void read(Rows rows) throws IOException {
    try {
      history.read(conversation, rows);
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** Takes what the rows say. */
  private abstract class Rows implements TranscriptSink {
    private final ImportTally tally;

    Rows(ImportTally tally) {
      this.tally = tally;
    }

    abstract void told(Entry entry, TranscriptRecord row) throws IOException;

    @Override
    public void entry(Entry entry, TranscriptRecord row) {
      try {
        told(entry, row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void unknown(String kind, TranscriptRecord row) {
      tally.unknown(Agent.CURSOR, kind, new Place(conversation.database(), row.offset()));
    }

    @Override
    public void problem(String reason, TranscriptRecord row) {
      tally.problem(new Place(conversation.database(), row.offset()), reason);
    }
  }
}
