package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.NumberedEntry;
import java.io.IOException;

/**
 * A document that a conversation is written to, from its beginning to its end. Texts come as they
 * were recorded: the page sees to it that they are what they are said to be, and nothing else.
 */
interface Page {

  /** What a verbatim text is written in, as far as that is known. */
  enum Language {
    TEXT,
    JSON,
    DIFF
  }

  void begin(Masthead masthead) throws IOException;

  void beginMessage(NumberedEntry entry) throws IOException;

  void endMessage() throws IOException;

  /** A step is folded away, so that messages can be read one after the other. */
  void beginStep(NumberedEntry entry) throws IOException;

  void endStep() throws IOException;

  /** What a person or an agent wrote: usually Markdown. */
  void said(String text) throws IOException;

  /** A text to be shown letter by letter. */
  void verbatim(String label, Language language, String text) throws IOException;

  /** A remark on a line of its own. */
  void note(String text) throws IOException;

  void end() throws IOException;
}
