package dev.mantra.replayer;

import com.google.re2j.Pattern;
import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.NumberedEntry;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** What a timeline has to look up in a session's content; times are nanoseconds since the start. */
interface Moments {

  /** All markers, in order. */
  List<Timeline.Mark> marks() throws IOException;

  /** All messages, numbered. */
  Conversation conversation() throws IOException;

  /** The moment at which to look at the screen for a message or a step. */
  long shownAt(NumberedEntry entry) throws IOException;

  /** The moment at which a message or a step was complete, whenever it was drawn. */
  long completeAt(NumberedEntry entry) throws IOException;

  /** When a line in which {@code regex} is found was first on the screen; empty if never. */
  OptionalLong firstShown(Pattern regex) throws IOException;
}
