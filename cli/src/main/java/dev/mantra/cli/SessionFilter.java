package dev.mantra.cli;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.journal.SessionSummary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options that choose sessions from the list. */
final class SessionFilter {

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      description = "Only sessions of this agent or program.")
  private Optional<String> agent = Optional.empty();

  @Option(
      names = "--project",
      paramLabel = "NAME|DIR",
      description = "Only sessions in a folder of this name, or in DIR and below it.")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only sessions that began at TIME or later: 2026-11-21, today, 8h, 2d.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only sessions that began before TIME; a day counts whole.")
  private Optional<String> until = Optional.empty();

  @Option(names = "--tag", paramLabel = "TAG", description = "Only sessions with this tag.")
  private Optional<String> tag = Optional.empty();

  static boolean hasOption(String name) {
    return switch (name) {
      case "--agent", "--project", "--since", "--until", "--tag" -> true;
      default -> false;
    };
  }

  /** Sets an option that there is. */
  void set(String name, String value) {
    switch (name) {
      case "--agent" -> agent = Optional.of(value);
      case "--project" -> project = Optional.of(value);
      case "--since" -> since = Optional.of(value);
      case "--until" -> until = Optional.of(value);
      case "--tag" -> tag = Optional.of(value);
      default -> throw new IllegalArgumentException(name);
    }
  }

  boolean isEmpty() {
    return agent.isEmpty()
        && project.isEmpty()
        && since.isEmpty()
        && until.isEmpty()
        && tag.isEmpty();
  }

  /** What lets those sessions through that are asked for; a damaged one only when none is. */
  Predicate<SessionEntry> in(Call call) {
    var around = call.around();
    var moments = new MomentText(around.clock().instant(), around.zone().get());
    var from = since.map(moments::since);
    var to = until.map(moments::until);
    return entry ->
        isEmpty()
            || entry
                .summary()
                .filter(
                    summary ->
                        isOfAgent(summary)
                            && isInProject(summary.header(), around.folder())
                            && from.map(time -> !summary.header().startedAt().isBefore(time))
                                .orElse(true)
                            && to.map(time -> summary.header().startedAt().isBefore(time))
                                .orElse(true)
                            && hasTag(summary))
                .isPresent();
  }

  private boolean isOfAgent(SessionSummary summary) {
    return agent.isEmpty()
        || summary.header().agent().equalsIgnoreCase(agent.get())
        || summary.agents().stream().anyMatch(agent.get()::equalsIgnoreCase);
  }

  private boolean isInProject(SessionHeader header, Path here) {
    if (project.isEmpty()) {
      return true;
    }
    var name = project.get();
    if (!name.contains("/") && !name.equals(".") && !name.equals("..")) {
      return SessionText.project(header).equals(name);
    }
    var folder = here.resolve(name).normalize().toString();
    var path = header.folder().toUtf8();
    return path.equals(folder) || path.startsWith(folder.equals("/") ? folder : folder + "/");
  }

  private boolean hasTag(SessionSummary summary) {
    return tag.isEmpty() || summary.notes().tags().contains(tag.get());
  }
}
