package dev.mantra.cli;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.FoundLine;
import dev.mantra.indexer.SessionText;
import dev.mantra.indexer.TextBlock;
import dev.mantra.indexer.TextSource;
import dev.mantra.replayer.LineBlock;
import dev.mantra.replayer.Lines;
import dev.mantra.replayer.ReplayOptions;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** What sessions displayed, as the replayer knows it, for the indexer to search. */
record DisplayedLines(Optional<Path> cacheFolder) implements TextSource {

  @Override
  public SessionText open(Session session) throws IOException {
    return new Text(Lines.open(session, cacheFolder, ReplayOptions.STANDARD));
  }

  private record Text(Lines lines) implements SessionText {
    @Override
    public Iterator<TextBlock> blocks() {
      var blocks = lines.blocks();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return blocks.hasNext();
        }

        @Override
        public TextBlock next() {
          return new Block(blocks.next());
        }
      };
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private record Block(LineBlock block) implements TextBlock {
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
    public Places places() {
      var lines = block.iterator();
      return offset -> found(lines.lineAt(offset));
    }

    private static FoundLine found(DisplayedLine line) {
      return new FoundLine(
          line.text(),
          line.firstSeen(),
          new FoundLine.Place.Displayed(line.number(), line.lastSeen()));
    }
  }
}
