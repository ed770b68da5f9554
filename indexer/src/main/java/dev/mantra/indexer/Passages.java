package dev.mantra.indexer;

import dev.mantra.formats.derived.DerivedFile;
import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.journal.FileStamp;
import dev.mantra.formats.journal.Session;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The messages, steps and changes of files of one session, as text. */
public final class Passages implements Closeable {

  private final Pieces pieces;
  private final PassageList list;
  private final List<Passage.Said> messages;

  Passages(Pieces pieces, PassageList list) {
    this.pieces = pieces;
    this.list = list;
    this.messages =
        list.passages().stream()
            .filter(Passage.Said.class::isInstance)
            .map(Passage.Said.class::cast)
            .filter(said -> said.message() > 0 && said.step() == 0)
            .sorted((one, other) -> Long.compare(one.at(), other.at()))
            .toList();
  }

  /** Those of a file; none when it is not one of those that are wanted, or damaged. */
  static Optional<Passages> of(DerivedFile file, Predicate<PassageDirectory> wanted) {
    var directory = PassageDirectory.decode(file.directory()).filter(wanted);
    if (directory.isPresent()) {
      var list = directory.get().list();
      if (list.blocks().stream().allMatch(block -> file.read(block).isPresent())) {
        return Optional.of(new Passages(file, list));
      }
    }
    file.discard();
    return Optional.empty();
  }

  static Predicate<PassageDirectory> stamped(FileStamp stamp, Session session) {
    return directory ->
        directory.isOf(session) && directory.stamp().filter(stamp::equals).isPresent();
  }

  public List<Passage> all() {
    return list.passages();
  }

  /** What was said. */
  public SessionText<PassageLine> said() {
    return text(Passage.Said.class::isInstance);
  }

  /** How files changed. */
  public SessionText<PassageLine> changes() {
    return text(Passage.Changed.class::isInstance);
  }

  /** The number of the last message at a moment; 0 before the first. */
  public int messageAt(long nanos) {
    int last = 0;
    for (var message : messages) {
      if (message.at() > nanos) {
        break;
      }
      last = message.message();
    }
    return last;
  }

  private SessionText<PassageLine> text(Predicate<Passage> wanted) {
    return new SessionText<>() {
      @Override
      public Iterator<TextBlock<PassageLine>> blocks(int first) {
        return passageBlocks(wanted, first).<TextBlock<PassageLine>>map(block -> block).iterator();
      }

      @Override
      public void close() {
        // The passages are closed as a whole.
      }
    };
  }

  private Stream<PassageBlock> passageBlocks(Predicate<Passage> wanted, int first) {
    return IntStream.range(0, list.blocks().size())
        .filter(block -> wanted.test(list.passages().get(list.firsts().get(block))))
        .skip(first)
        .mapToObj(this::block);
  }

  private PassageBlock block(int number) {
    var bytes = pieces.read(list.blocks().get(number)).orElseThrow(Passages::changed);
    return new PassageBlock(bytes, list.passages());
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }

  private static UncheckedIOException changed() {
    return new UncheckedIOException(
        new IOException("the cached texts of the session changed while they were read; try again"));
  }
}
