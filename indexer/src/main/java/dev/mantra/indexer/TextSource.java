package dev.mantra.indexer;

import dev.mantra.formats.journal.Session;
import java.io.IOException;

/** Where the lines of sessions come from. It may be asked by several threads at once. */
@FunctionalInterface
public interface TextSource {

  SessionText open(Session session) throws IOException;
}
