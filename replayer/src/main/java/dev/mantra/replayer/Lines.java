package dev.mantra.replayer;

import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.DisplayedLine;
import dev.mantra.terminal.Keyframe;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Every line that was ever displayed in a session, once, in the order of their numbers. They can be
 * gone through again and again; memory stays bounded. Trouble while iterating is an {@link
 * UncheckedIOException}.
 */
public final class Lines implements Iterable<DisplayedLine>, Closeable {

  /** Where blocks of lines come from. */
  interface Source extends Closeable {
    Iterator<LineBlock> blocks(int first) throws IOException;
  }

  private final Source source;

  Lines(Source source) {
    this.source = source;
  }

  /**
   * The lines of a session. Where they are kept and nobody has written to the journal since,
   * nothing of it is read; else it is read through.
   *
   * @param cacheFolder where lines are kept
   */
  public static Lines open(Session session, Optional<Path> cacheFolder, ReplayOptions options)
      throws IOException {
    var cache = new Cache(cacheFolder, session, options.widthPolicy());
    var stamp = session.stamp();
    var kept =
        stamp.flatMap(same -> KeptLines.open(cache, KeptLines.stamped(same, session, options)));
    return new Lines(
        kept.isPresent() ? kept.get() : LinesMaker.of(session, stamp, options).lines(cache));
  }

  /** The same journal has the same lines as long as this is the same. */
  public static String version(ReplayOptions options) {
    return LineDirectory.LAYOUT + "." + Keyframe.VERSION + "." + options.widthPolicy();
  }

  /** The same lines in pieces of text that can be searched without making lines of them. */
  public Iterator<LineBlock> blocks() {
    return blocks(0);
  }

  /**
   * The blocks from one on.
   *
   * @param first counts them from 0
   */
  public Iterator<LineBlock> blocks(int first) {
    try {
      return source.blocks(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterator<DisplayedLine> iterator() {
    var blocks = blocks();
    return new Iterator<>() {
      private Iterator<DisplayedLine> block = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!block.hasNext() && blocks.hasNext()) {
          block = blocks.next().iterator();
        }
        return block.hasNext();
      }

      @Override
      public DisplayedLine next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return block.next();
      }
    };
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
