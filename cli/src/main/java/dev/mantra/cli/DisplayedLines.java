package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.DisplayedText;
import dev.mantra.indexer.SessionText;
import dev.mantra.indexer.TextBlock;
import dev.mantra.replayer.LineBlock;
import dev.mantra.replayer.Lines;
import dev.mantra.replayer.ReplayOptions;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** What sessions displayed, as the replayer knows it, for the indexer to search. */
record DisplayedLines(Optional<Path> cacheFolder) implements DisplayedText {

  @Override
  public SessionText<DisplayedLine> open(Session session) throws IOException {
    return new Text(Lines.open(session, cacheFolder, ReplayOptions.STANDARD));
  }

  @Override
  public String version() {
    return Lines.version(ReplayOptions.STANDARD);
  }

  private record Text(Lines lines) implements SessionText<DisplayedLine> {
    @Override
    public Iterator<TextBlock<DisplayedLine>> blocks(int first) {
      var blocks = lines.blocks(first);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return blocks.hasNext();
        }

        @Override
        public TextBlock<DisplayedLine> next() {
          return new Block(blocks.next());
        }
      };
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private record Block(LineBlock block) implements TextBlock<DisplayedLine> {
    @Override
    public byte[] bytes() {
      return block.bytes();
    }

    @Override
    public int from() {
      return block.from();
    }

    @Override
    public int to() {
      return block.to();
    }

    @Override
    public Places<DisplayedLine> places() {
      return block.iterator()::lineAt;
    }
  }
}
