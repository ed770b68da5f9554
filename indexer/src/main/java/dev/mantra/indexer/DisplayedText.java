package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;

/**
 * Where the lines come from that sessions displayed. It may be asked by several threads at once.
 */
@FunctionalInterface
public interface DisplayedText {

  SessionText<DisplayedLine> open(Session session) throws IOException;

  /** The same journal has the same lines as long as this is the same. */
  default String version() {
    return "";
  }
}
