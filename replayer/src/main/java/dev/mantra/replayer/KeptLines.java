package dev.mantra.replayer;

import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The lines of a file in the cache, a block at a time. */
final class KeptLines implements Iterator<DisplayedLine> {

  private final Pieces file;
  private final Iterator<Piece> blocks;
  private Iterator<DisplayedLine> block = Collections.emptyIterator();

  KeptLines(Pieces file, List<Piece> blocks) {
    this.file = file;
    this.blocks = blocks.iterator();
  }

  @Override
  public boolean hasNext() {
    while (!block.hasNext() && blocks.hasNext()) {
      block = LineBlock.decode(file.read(blocks.next()).orElseThrow(KeptLines::changed));
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

  private static UncheckedIOException changed() {
    return new UncheckedIOException(
        new IOException("the cached lines of the session changed while they were read; try again"));
  }
}
