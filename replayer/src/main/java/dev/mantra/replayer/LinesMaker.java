package dev.mantra.replayer;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;

/** Gets a session's lines: those that are kept, or new ones. */
final class LinesMaker {

  /** Opens the session's journal once more. */
  @FunctionalInterface
  interface Journal {
    JournalReader open() throws IOException;
  }

  private final Journal journal;
  private final SessionHeader header;
  private final long duration;
  private final ReplayOptions options;
  private final Provenance wanted;

  /**
   * @param end where the journal ends
   */
  LinesMaker(
      Journal journal,
      SessionHeader header,
      long duration,
      JournalPlace end,
      ReplayOptions options) {
    this.journal = journal;
    this.header = header;
    this.duration = duration;
    this.options = options;
    this.wanted =
        Provenance.of(LineDirectory.LAYOUT, options.widthPolicy(), header.id().value(), end);
  }

  /** The file of the cache that holds them all; empty when the cache cannot be used. */
  Optional<DerivedFile> file(Cache cache) throws IOException {
    var kept = cache.open(Cache.Kind.LINES);
    if (kept.isPresent()) {
      if (isWhole(kept.get())) {
        return kept;
      }
      kept.get().close();
    }
    var created = cache.create(Cache.Kind.LINES);
    if (created.isEmpty()) {
      return Optional.empty();
    }
    try (var writer = created.get()) {
      return Optional.of(write(writer));
    } catch (CacheUnusableException e) {
      return Optional.empty();
    }
  }

  /** The lines, collected while one goes through them. */
  Iterator<DisplayedLine> collect() throws IOException {
    return new CollectedLines(
        journal.open(),
        options.blankTerminal(header),
        duration,
        new ProgressMeter(options.progress(), wanted.end()));
  }

  private boolean isWhole(DerivedFile file) {
    var directory = LineDirectory.decode(file.directory());
    return directory.isPresent()
        && directory.get().made().equals(wanted)
        && directory.get().blocks().stream().allMatch(block -> file.read(block).isPresent());
  }

  private DerivedFile write(DerivedFileWriter writer) throws IOException {
    var blocks = new ArrayList<Piece>();
    var block = new LineBlock();
    try {
      for (var lines = collect(); lines.hasNext(); ) {
        block.add(lines.next());
        if (block.isFull() || !lines.hasNext()) {
          blocks.add(writer.append(block.encode()));
          block = new LineBlock();
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return writer.finish(new LineDirectory(wanted, blocks).encode());
  }
}
