package dev.mantra.replayer;

import dev.mantra.formats.derived.CacheUnusableException;
import dev.mantra.formats.derived.DerivedFileWriter;
import dev.mantra.formats.derived.Piece;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Gets a session's lines: those that are kept, or new ones. */
final class LinesMaker {

  private final Session session;
  private final SessionHeader header;
  private final long duration;
  private final Optional<FileStamp> stamp;
  private final ReplayOptions options;
  private final Provenance wanted;

  /**
   * @param end where the journal ends
   * @param stamp how it looked from outside before it was read
   */
  LinesMaker(
      Session session,
      SessionSummary summary,
      JournalPlace end,
      Optional<FileStamp> stamp,
      ReplayOptions options) {
    this.session = session;
    this.header = summary.header();
    this.duration = summary.duration().toNanos();
    this.stamp = stamp;
    this.options = options;
    this.wanted = Provenance.of(LineDirectory.LAYOUT, options.widthPolicy(), session, end);
  }

  /** Looks at a session's beginning and end. */
  static LinesMaker of(Session session, Optional<FileStamp> stamp, ReplayOptions options)
      throws IOException {
    try (var reader = session.read()) {
      return new LinesMaker(session, session.summary(), reader.lastPlace(), stamp, options);
    }
  }

  /** Lines that are kept in the cache or, where that cannot be used, collected each time. */
  Lines.Source lines(Cache cache) throws IOException {
    var kept = KeptLines.open(cache, directory -> directory.made().equals(wanted));
    if (kept.isPresent() && kept.get().directory().stamp().equals(stamp)) {
      return kept.get();
    }
    var created = cache.create(Cache.Kind.LINES);
    if (created.isEmpty()) {
      return kept.isPresent() ? kept.get() : new Collected();
    }
    try (var writer = created.get()) {
      return kept.isPresent() ? copy(kept.get(), writer) : write(writer);
    } catch (CacheUnusableException e) {
      return new Collected();
    }
  }

  /** The same lines for a journal that looks different from outside: it was copied or touched. */
  private KeptLines copy(KeptLines kept, DerivedFileWriter writer) throws IOException {
    var pieces = new ArrayList<Piece>();
    try (kept) {
      for (var block : kept.directory().blocks()) {
        pieces.add(writer.append(kept.file().read(block).orElseThrow()));
      }
    }
    return finish(writer, pieces);
  }

  private KeptLines write(DerivedFileWriter writer) throws IOException {
    var pieces = new ArrayList<Piece>();
    try (var lines = collect()) {
      for (var blocks = new Blocks(lines); blocks.hasNext(); ) {
        pieces.add(writer.append(blocks.encodeNext()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return finish(writer, pieces);
  }

  private KeptLines finish(DerivedFileWriter writer, List<Piece> pieces)
      throws CacheUnusableException {
    var directory = new LineDirectory(wanted, stamp, pieces);
    return new KeptLines(writer.finish(directory.encode()), directory);
  }

  private CollectedLines collect() throws IOException {
    return new CollectedLines(
        session.read(),
        options.blankTerminal(header),
        duration,
        new ProgressMeter(options.progress(), wanted.end()));
  }

  /** Lines of which only a block is in memory at a time. */
  private final class Collected implements Lines.Source {
    private final ArrayList<CollectedLines> started = new ArrayList<>();

    @Override
    public Iterator<LineBlock> blocks(int first) throws IOException {
      var lines = collect();
      started.add(lines);
      var blocks = new Blocks(lines);
      for (int i = 0; i < first && blocks.hasNext(); i++) {
        blocks.next();
      }
      return blocks;
    }

    @Override
    public void close() throws IOException {
      for (var lines : started) {
        lines.close();
      }
    }
  }

  /** Puts lines together to blocks. */
  private record Blocks(Iterator<DisplayedLine> lines) implements Iterator<LineBlock> {
    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public LineBlock next() {
      return new LineBlock(encodeNext());
    }

    byte[] encodeNext() {
      if (!lines.hasNext()) {
        throw new NoSuchElementException();
      }
      var block = new LineBlockWriter();
      while (!block.isFull() && lines.hasNext()) {
        block.add(lines.next());
      }
      return block.encode();
    }
  }
}
