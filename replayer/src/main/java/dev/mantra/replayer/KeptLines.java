package dev.mantra.replayer;

import dev.mantra.formats.derived.DerivedFile;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a file in the cache, a block at a time. */
final class KeptLines implements Lines.Source {

  private final DerivedFile file;
  private final LineDirectory directory;

  KeptLines(DerivedFile file, LineDirectory directory) {
    this.file = file;
    this.directory = directory;
  }

  /** The file that is kept; none when it is not one of those that are wanted, or damaged. */
  static Optional<KeptLines> open(Cache cache, Predicate<LineDirectory> wanted) {
    var file = cache.open(Cache.Kind.LINES);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    var directory = LineDirectory.decode(file.get().directory()).filter(wanted);
    if (directory.isPresent()) {
      var kept = new KeptLines(file.get(), directory.get());
      if (kept.isWhole()) {
        return Optional.of(kept);
      }
    }
    file.get().discard();
    return Optional.empty();
  }

  /** Those made from a journal that looked like this, by a program like this one. */
  static Predicate<LineDirectory> stamped(FileStamp stamp, Session session, ReplayOptions options) {
    return directory ->
        directory.stamp().filter(stamp::equals).isPresent()
            && directory.made().isByThis(options.widthPolicy(), session);
  }

  LineDirectory directory() {
    return directory;
  }

  DerivedFile file() {
    return file;
  }

  @Override
  public Iterator<LineBlock> blocks(int first) {
    return directory.blocks().stream()
        .skip(first)
        .map(piece -> new LineBlock(file.read(piece).orElseThrow(KeptLines::changed)))
        .iterator();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean isWhole() {
    return directory.blocks().stream().allMatch(block -> file.read(block).isPresent());
  }

  private static UncheckedIOException changed() {
    return new UncheckedIOException(
        new IOException("the cached lines of the session changed while they were read; try again"));
  }
}
