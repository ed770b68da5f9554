package dev.mantra.indexer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.journal.Session;
import java.io.Closeable;
import java.io.IOException;

/** What was said in a session, with the moments at which it was to be seen. */
public interface Said extends Closeable {

  Conversation conversation();

  /** All of an entry, with what came to it later. */
  Entry read(NumberedEntry entry) throws IOException;

  /** Where that comes from. It may be asked by several threads at once. */
  @FunctionalInterface
  interface Source {

    Said open(Session session) throws IOException;
  }
}
