package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the bytes of a transcript's file and gives its records.
 *
 * <p>A file is lines with one record each, or one document; its beginning tells which. A line that
 * has no end yet is kept back. The bytes may come in any pieces, so a file can be followed while it
 * grows, and a later reader can go on at {@link #offset}.
 */
public final class TranscriptReader {

  private final Consumer<TranscriptRecord> records;
  private final BiConsumer<String, TranscriptRecord> problems;
  private final TranscriptLimits limits;
  private final RecordBuffer line;
  private final DocumentReader document;

  /** The file's first bytes, as long as they do not tell what it is. */
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  private boolean begun;
  private Optional<FileLayout> layout;
  private long lineStart;
  private long position;

  /**
   * Reads a file from its beginning.
   *
   * @param records takes what was read
   * @param problems takes what could not be read, which is where and how long, and why
   */
  public TranscriptReader(
      Consumer<TranscriptRecord> records,
      BiConsumer<String, TranscriptRecord> problems,
      TranscriptLimits limits) {
    this(records, problems, limits, 0);
  }

  /**
   * Goes on reading a file where an earlier reader was.
   *
   * @param offset what {@link #offset} said
   */
  public TranscriptReader(
      Consumer<TranscriptRecord> records,
      BiConsumer<String, TranscriptRecord> problems,
      TranscriptLimits limits,
      long offset) {
    this.records = records;
    this.problems = problems;
    this.limits = limits;
    this.line = new RecordBuffer(limits);
    this.document = new DocumentReader(limits, this::emit);
    this.layout = offset == 0 ? Optional.empty() : Optional.of(FileLayout.LINES);
    this.lineStart = offset;
    this.position = offset;
  }

  /** Takes all that comes from a stream until it ends, which need not be the end of the file. */
  public void feed(InputStream in) throws IOException {
    var buffer = new byte[FileLayout.LOOKED_AT];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      feed(buffer, 0, count);
    }
  }

  /** Takes the next bytes of the file. */
  public void feed(byte[] bytes, int from, int to) {
    if (layout.isPresent()) {
      take(bytes, from, to);
      return;
    }
    beginning.write(bytes, from, to - from);
    if (hasFirstLine(bytes, from, to) || beginning.size() >= FileLayout.LOOKED_AT) {
      decide();
    }
  }

  /**
   * The file is complete: what is left is taken for a line, though it has no end. Nothing may be
   * fed afterwards.
   */
  public void finish() {
    if (layout.isEmpty()) {
      decide();
    }
    if (layout.equals(Optional.of(FileLayout.LINES))) {
      endLine();
    } else if (!document.isComplete() && position > 0) {
      long from = document.restOffset();
      problem("the document is cut off", from, position - from);
    }
  }

  /**
   * Where a later reader has to go on, so that nothing is missing: the beginning of the first
   * record that has no end. A document is read from its beginning, or not at all when it was
   * complete.
   */
  public long offset() {
    if (layout.equals(Optional.of(FileLayout.LINES))) {
      return lineStart;
    }
    return document.isComplete() ? position : 0;
  }

  /** Whether the file is one document, which is written anew when something is added to it. */
  public boolean isDocument() {
    return layout.equals(Optional.of(FileLayout.DOCUMENT));
  }

  /** Whether the first line that is not blank ends in these bytes. */
  private boolean hasFirstLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (begun && bytes[i] == '\n') {
        return true;
      }
      begun |= !LineEdges.isBlank(bytes[i]);
    }
    return false;
  }

  private void decide() {
    var known = beginning.toByteArray();
    beginning.reset();
    layout = Optional.of(FileLayout.of(known, known.length));
    take(known, 0, known.length);
  }

  private void take(byte[] bytes, int from, int to) {
    if (layout.equals(Optional.of(FileLayout.DOCUMENT))) {
      document.feed(bytes, from, to, position);
      position += to - from;
      return;
    }
    int i = from;
    while (i < to) {
      int end = i;
      while (end < to && bytes[end] != '\n') {
        end++;
      }
      if (end == to) {
        line.add(bytes, i, end);
        position += end - i;
        return;
      }
      if (line.taken() == 0 && end - i <= limits.string()) {
        emitLine(bytes, i, end, end - i, 0);
      } else {
        line.add(bytes, i, end);
        endLine();
        line.clear();
      }
      position += end + 1 - i;
      lineStart = position;
      i = end + 1;
    }
  }

  private void endLine() {
    if (line.isOverlong()) {
      emit(line, lineStart);
    } else {
      var kept = line.toBytes().toArray();
      emitLine(kept, 0, kept.length, line.taken(), line.omitted());
    }
  }

  private void emitLine(byte[] bytes, int from, int to, long taken, long omitted) {
    var edges = LineEdges.of(bytes, from, to);
    if (edges.zeros() > 0) {
      problem(edges.zeros() + " bytes are zero, beside a record or for one", lineStart, taken);
    }
    int length = to - from - edges.leading() - edges.trailing();
    if (length > 0) {
      records.accept(
          new TranscriptRecord(
              Bytes.copyOf(bytes, from + edges.leading(), length),
              lineStart + edges.leading(),
              taken - edges.leading() - edges.trailing(),
              omitted));
    }
  }

  private void emit(RecordBuffer buffer, long offset) {
    if (buffer.isOverlong()) {
      problem(
          "longer than " + limits.record() + " bytes, even without the ends of its long strings",
          offset,
          buffer.taken());
    } else {
      records.accept(
          new TranscriptRecord(buffer.toBytes(), offset, buffer.taken(), buffer.omitted()));
    }
  }

  private void problem(String reason, long offset, long length) {
    problems.accept(reason, new TranscriptRecord(Bytes.EMPTY, offset, length, 0));
  }
}
