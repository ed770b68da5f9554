package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.replayer.EscapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The facts about a message or a step that stand over it on a page; each is a line of text. */
final class EntryHeading {

  private EntryHeading() {}

  /** Of a message, the number first. */
  static List<String> ofMessage(NumberedEntry entry) {
    var facts = new ArrayList<String>();
    facts.add(entry.number());
    facts.add(kind(entry));
    facts.add(Masthead.time(entry.at()));
    entry.outline().model().map(EscapedText::line).ifPresent(facts::add);
    addStanding(facts, entry);
    return facts;
  }

  /** Of a step, the number first, without what it is about. */
  static List<String> ofStep(NumberedEntry entry) {
    var facts = new ArrayList<String>();
    facts.add(entry.number());
    facts.add(kind(entry));
    facts.add(Masthead.time(entry.at()));
    entry
        .outline()
        .subAgent()
        .ifPresent(from -> facts.add("sub-agent " + EscapedText.line(from.id())));
    Headline.failure(entry.outline().tool()).ifPresent(facts::add);
    addStanding(facts, entry);
    return facts;
  }

  /** What a step is about, in a line. */
  static String gist(NumberedEntry step) {
    return EscapedText.line(Headline.of(step.outline()));
  }

  private static String kind(NumberedEntry entry) {
    return entry.outline().kind().name().toLowerCase(Locale.ROOT);
  }

  private static void addStanding(List<String> facts, NumberedEntry entry) {
    if (entry.standing() == Standing.ABANDONED) {
      facts.add("abandoned");
    }
    Headline.fate(entry.outline()).ifPresent(facts::add);
  }
}
