package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Original;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptInput;
import dev.mantra.formats.transcript.TranscriptLimits;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptReader;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of one transcript, read as they are asked for. */
final class EntryStream implements EntryQueue {

  private static final long PIECE = 64 << 10;

  /** Strings and records of an import: more of them is in the copy. */
  private static final TranscriptLimits LIMITS = new TranscriptLimits(1 << 20, 8 << 20);

  private final TranscriptCopy copy;
  private final Moments moments;
  private final ImportTally tally;
  private final InputStream in;
  private final TranscriptParser parser;
  private final TranscriptReader reader;
  private final Deque<Placed> ready = new ArrayDeque<>();
  private final byte[] piece;
  private boolean ended;

  /**
   * @param begun when the transcript was begun; {@link Instant#MIN} where it does not tell
   * @param now entries that are later than that have a wrong time
   */
  EntryStream(
      TranscriptCopy copy,
      ConversationKey key,
      Parsers parsers,
      ImportTally tally,
      Instant begun,
      Instant now)
      throws IOException {
    this.copy = copy;
    this.tally = tally;
    this.piece = new byte[(int) Math.clamp(copy.size(), 1, PIECE)];
    var written = Instant.EPOCH.plusNanos(copy.written());
    this.moments = new Moments(now, begun, written, copy.size());
    var context = new TranscriptContext(copy.source().toString(), key.id(), copy.subAgent());
    this.parser = parsers.parser(context, new Sink(key));
    this.reader = new TranscriptReader(parser::accept, new Sink(key)::problem, LIMITS);
    this.in = TranscriptInput.open(copy.file());
  }

  @Override
  public @Nullable Placed peek() throws IOException {
    while (ready.isEmpty() && !ended) {
      read();
    }
    return ready.peek();
  }

  @Override
  public Placed next() throws IOException {
    var next = peek();
    if (next == null) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void read() throws IOException {
    int count = in.read(piece);
    if (count >= 0) {
      tally.read(count);
      reader.feed(piece, 0, count);
    } else {
      ended = true;
      reader.finish();
      parser.finish();
    }
  }

  private final class Sink implements TranscriptSink {
    private final ConversationKey key;

    Sink(ConversationKey key) {
      this.key = key;
    }

    @Override
    public void entry(Entry entry, TranscriptRecord record) {
      var moment = moments.of(entry, record.offset());
      var original = new Original(copy.name(), record.offset(), record.length());
      ready.add(new Placed(moment, entry.withOriginal(original)));
    }

    @Override
    public void unknown(String kind, TranscriptRecord record) {
      tally.unknown(key.agent(), kind, new Place(copy.source(), record.offset()));
    }

    @Override
    public void problem(String reason, TranscriptRecord record) {
      // The agent may be in the middle of it.
      var why = ended ? "the file ends within this record, and the next import goes on" : reason;
      tally.problem(new Place(copy.source(), record.offset()), why);
    }
  }
}
