package dev.mantra.replayer.play;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.replayer.Replay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of a session as places to go to, each with its steps in a line each. */
final class MessageLandmarks {

  private static final String CUT = " \u2026";
  private static final String STEP = "\u00b7 ";

  private MessageLandmarks() {}

  static List<Landmark> of(Replay replay) throws IOException {
    var messages = replay.messages();
    var conversation = messages.conversation();
    var steps =
        conversation.entries().stream()
            .filter(entry -> !entry.isMessage())
            .collect(Collectors.groupingBy(NumberedEntry::message));
    var landmarks = new ArrayList<Landmark>();
    for (var message : conversation.messages()) {
      long at = Math.clamp(messages.shownAt(message), 0, replay.duration());
      var text = text(message, steps.getOrDefault(message.message(), List.of()));
      landmarks.add(new Landmark(at, kind(message), label(message), text));
    }
    return landmarks;
  }

  private static Landmark.Kind kind(NumberedEntry message) {
    return message.prompt() > 0 ? Landmark.Kind.PROMPT : Landmark.Kind.MESSAGE;
  }

  private static String label(NumberedEntry message) {
    var who = message.prompt() > 0 ? "you" : message.outline().agent();
    var standing = message.standing() == Standing.ABANDONED ? " (abandoned)" : "";
    return message.number() + " " + who + standing;
  }

  private static String text(NumberedEntry message, List<NumberedEntry> steps) {
    var gist = message.outline().text();
    var said = gist.isWhole() ? gist.head() : gist.head() + CUT;
    var text = new StringBuilder(said.isBlank() ? Headline.of(message.outline()) : said.strip());
    for (var step : steps) {
      text.append('\n').append(STEP).append(step.number()).append(' ');
      text.append(Headline.of(step.outline()));
    }
    return text.toString();
  }
}
