package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.replayer.EscapedText;
import dev.mantra.terminal.CharWidth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a session's transcripts as markers, so that every player can jump to them: {@code
 * 5 user: why does it fail?}, {@code 6 claude: Because …}.
 */
record MessageMarkers(ExportedSession session) {

  /** Players show labels in one line or in a narrow list. */
  private static final int MOST_COLUMNS = 80;

  List<Event.Marker> all() throws IOException {
    var markers = new ArrayList<Event.Marker>();
    for (var message : session.replay().messages().conversation().messages()) {
      // One that was derived is in the recording as it is: whoever imports it derives it again.
      if (!message.records().isEmpty()) {
        markers.add(new Event.Marker(session.moment(message), label(message)));
      }
    }
    return markers;
  }

  private static String label(NumberedEntry message) {
    var line = EscapedText.line(Headline.of(message.outline()));
    return cut(message.number() + " " + EscapedText.line(speaker(message)) + ": " + line);
  }

  private static String speaker(NumberedEntry message) {
    var agent = message.outline().agent();
    return message.outline().kind() == Kind.USER ? "user" : agent.isEmpty() ? "program" : agent;
  }

  private static String cut(String label) {
    if (label.codePoints().map(CharWidth::of).sum() <= MOST_COLUMNS) {
      return label;
    }
    int end = 0;
    int columns = 1;
    while (columns + CharWidth.of(label.codePointAt(end)) <= MOST_COLUMNS) {
      columns += CharWidth.of(label.codePointAt(end));
      end += Character.charCount(label.codePointAt(end));
    }
    return label.substring(0, end) + "…";
  }
}
