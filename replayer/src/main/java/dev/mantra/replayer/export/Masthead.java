package dev.mantra.replayer.export;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.LinkedConversation;
import dev.mantra.formats.event.Block.Began;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a page says of its session before the conversation begins; nothing that is not there. */
record Masthead(String title, List<Fact> facts) {

  /** A line of it; the value may be anything that was recorded. */
  record Fact(String label, String value) {}

  static Masthead of(ExportedSession session) throws IOException {
    var header = session.header();
    var conversation = session.replay().messages().conversation();
    var project = header.project();
    var agents = agents(conversation);
    var program = agents.isEmpty() ? header.program() : agents;
    var facts = new ArrayList<Fact>();
    add(facts, "session", header.id().value());
    add(facts, "agent", agents);
    add(facts, "project", project);
    add(facts, "folder", header.folder().toUtf8());
    add(facts, "command", header.commandLine());
    add(facts, "started", header.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    add(facts, "duration", time(session.replay().duration()));
    if (!session.span().isWhole()) {
      long from = Math.max(0, session.span().from());
      long to = Math.min(session.replay().duration(), session.span().to());
      add(facts, "part", time(from) + " to " + time(to));
    }
    add(facts, "models", models(conversation));
    add(facts, "tokens", tokens(conversation));
    return new Masthead(
        header
            .title()
            .or(() -> title(conversation))
            .orElse(project.isEmpty() ? program : program + " in " + project),
        facts);
  }

  /** A moment as people write positions, to the second. */
  static String time(long nanos) {
    return PositionGrammar.format(nanos / 1_000_000_000 * 1_000_000_000);
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(label, value));
    }
  }

  private static Optional<String> title(Conversation conversation) {
    return conversation.linked().stream().flatMap(linked -> linked.title().stream()).findFirst();
  }

  private static String agents(Conversation conversation) {
    return conversation.linked().stream()
        .map(linked -> (linked.agent() + " " + version(linked)).strip())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String version(LinkedConversation linked) {
    return linked.began().map(Began::version).orElse("");
  }

  private static String models(Conversation conversation) {
    return conversation.linked().stream()
        .flatMap(linked -> linked.models().stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String tokens(Conversation conversation) {
    var usage =
        conversation.linked().stream()
            .map(LinkedConversation::usage)
            .reduce(Usage.NONE, Usage::plus);
    return usage.isNone()
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d read, %,d of the cache, %,d put there, %,d written",
            usage.input(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.output());
  }
}
