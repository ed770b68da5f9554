package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.transcript.TranscriptLimits;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptReader;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transcript's file that an agent writes, read record by record as far as it goes.
 *
 * <p>A file of lines grows at its end. A document is written anew: truncated, then written, so that
 * it may be met empty or half; what it says is then found at the next look, since the parser tells
 * only what is new in it. A file that is not there has nothing to say: it may come, and it may have
 * been deleted.
 */
final class GrowingTranscript {

  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final Listener listener;
  private final TranscriptParser parser;
  private final List<Said> said = new ArrayList<>();
  private TranscriptReader reader;
  private Optional<State> last = Optional.empty();
  private long position;

  /** An entry, and the record that says it. */
  record Said(Entry entry, TranscriptRecord record) {}

  /** Takes what is read. */
  interface Listener {

    /**
     * A record was read.
     *
     * @param said the entries that are known by it; they may stand in earlier records
     */
    void read(TranscriptRecord record, List<Said> said);
  }

  /** What a file looks like from outside. */
  private record State(long size, long modified, @Nullable Object key) {}

  GrowingTranscript(
      Path file, Function<TranscriptSink, TranscriptParser> parser, Listener listener) {
    this.file = file;
    this.listener = listener;
    this.parser = parser.apply(new Collecting());
    this.reader = reader();
  }

  Path file() {
    return file;
  }

  boolean isDocument() {
    return reader.isDocument();
  }

  /**
   * Reads what is new.
   *
   * @return whether there was something
   */
  boolean read() throws IOException {
    var now = state();
    if (now.isEmpty() || now.equals(last)) {
      return false;
    }
    if (isNew(now.get())) {
      reader = reader();
      position = 0;
    }
    last = now;
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The file is complete. */
  void finish() {
    parser.finish();
    tell(new TranscriptRecord(Bytes.EMPTY, position, 0, 0));
  }

  private boolean read(FileChannel channel) throws IOException {
    channel.position(position);
    var buffer = ByteBuffer.allocate(BUFFER);
    boolean read = false;
    while (channel.read(buffer) > 0) {
      reader.feed(buffer.array(), 0, buffer.position());
      position += buffer.position();
      buffer.clear();
      read = true;
    }
    return read;
  }

  /** Whether it has to be read from the beginning. */
  private boolean isNew(State now) {
    return reader.isDocument()
        || now.size() < position
        || last.map(before -> !Objects.equals(before.key(), now.key())).orElse(false);
  }

  private Optional<State> state() throws IOException {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new State(
                  attributes.size(),
                  attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                  attributes.fileKey()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private TranscriptReader reader() {
    // What cannot be read costs itself only; the copy has it.
    return new TranscriptReader(
        this::record, (_, record) -> listener.read(record, List.of()), TranscriptLimits.FRUGAL);
  }

  private void record(TranscriptRecord record) {
    parser.accept(record);
    tell(record);
  }

  private void tell(TranscriptRecord record) {
    listener.read(record, List.copyOf(said));
    said.clear();
  }

  private final class Collecting implements TranscriptSink {

    @Override
    public void entry(Entry entry, TranscriptRecord record) {
      said.add(new Said(entry, record));
    }

    @Override
    public void unknown(String kind, TranscriptRecord record) {}

    @Override
    public void problem(String reason, TranscriptRecord record) {}
  }
}
