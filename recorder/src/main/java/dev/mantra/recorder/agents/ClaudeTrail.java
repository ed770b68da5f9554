package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.TranscriptContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Claude Code; seen in 1.0.128, 2.0.77 and 2.1.329.
 *
 * <pre>
 *  sessions/PID.json                          which session a process has, since 2.1; changes with /clear
 *  projects/SLUG/SESSION.jsonl                its transcript; there with the first prompt
 *  projects/SLUG/SESSION/subagents/*.jsonl    its sub-agents', since 2.1
 *  projects/SLUG/agent-*.jsonl                its sub-agents', in 2.0
 *  /tmp/claude-UID/SLUG/SESSION/tasks         a folder that it has open while there are such, since 2.1
 * </pre>
 */
final class ClaudeTrail implements Trail {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern SUB_AGENT = Pattern.compile("agent-([0-9a-z]+)");
  private static final Pattern TASKS =
      Pattern.compile(".*/claude-[^/]+/[^/]+/([0-9a-f-]{36})/tasks");

  private final AgentProcess process;
  private final ProcessTable table;
  private final Path registry;
  private final Path entry;
  private final Path project;
  private Optional<Path> registered = Optional.empty();

  ClaudeTrail(AgentProcess process, ProcessTable table) {
    this.process = process;
    this.table = table;
    this.registry = process.home().resolve("sessions");
    this.entry = registry.resolve(process.pid() + ".json");
    this.project = project(process.folder());
  }

  @Override
  public Set<Path> folders() {
    var folders = new LinkedHashSet<>(List.of(registry, project));
    registered.ifPresent(
        file -> {
          folders.add(file.resolveSibling(""));
          folders.add(ofSession(file).resolve("subagents"));
        });
    return folders;
  }

  @Override
  public List<Sighting> look() {
    registered = readRegistry().or(() -> registered);
    if (registered.isPresent()) {
      return List.of(Sighting.certain(registered.get()));
    }
    var seen = new ArrayList<Sighting>();
    session().map(this::transcript).map(Sighting::certain).ifPresent(seen::add);
    // A version that has a registry will say which one it is.
    if (!Files.isDirectory(registry)) {
      for (var file : Traces.in(project, "*.jsonl")) {
        if (ID.matcher(Traces.stem(file)).matches() && Traces.isWritten(file, process.started())) {
          seen.add(Sighting.likely(file));
        }
      }
    }
    return seen;
  }

  @Override
  public List<Path> companions(Path transcript) {
    var nested = Traces.in(ofSession(transcript).resolve("subagents"), "agent-*.jsonl");
    if (registered.isPresent()) {
      return nested;
    }
    var files = new ArrayList<>(nested);
    for (var file : Traces.in(transcript.resolveSibling(""), "agent-*.jsonl")) {
      if (Traces.isWritten(file, process.started())
          && session(file).equals(Optional.of(Traces.stem(transcript)))) {
        files.add(file);
      }
    }
    return files;
  }

  @Override
  public Optional<TranscriptContext> context(Path transcript) {
    var stem = Traces.stem(transcript);
    var subAgent = SUB_AGENT.matcher(stem);
    if (!subAgent.matches()) {
      return Optional.of(TranscriptContext.of(transcript.toString(), stem));
    }
    var meta = Traces.head(transcript.resolveSibling(stem + ".meta.json"));
    var call = meta.flatMap(head -> head.text("toolUseId")).orElse("");
    var whose = Optional.of(new SubAgent(subAgent.group(1), call));
    return session(transcript).map(id -> new TranscriptContext(transcript.toString(), id, whose));
  }

  private static Optional<String> session(Path subAgent) {
    return Traces.head(subAgent).flatMap(head -> head.text("sessionId"));
  }

  /** What the registry says, unless that is about an earlier process with the same number. */
  private Optional<Path> readRegistry() {
    return Traces.head(entry)
        .filter(head -> head.text("procStart").map(this::isOurStart).orElse(true))
        .flatMap(
            head ->
                head.text("sessionId")
                    .filter(id -> ID.matcher(id).matches())
                    .map(id -> inProject(head.text("cwd").map(this::project).orElse(project), id)));
  }

  private boolean isOurStart(String ticks) {
    return ticks.equals(Long.toString(process.stamp().started()));
  }

  /** The session that it was started with, or that it has a folder of open. */
  private Optional<String> session() {
    var given = process.option("--session-id");
    if (given.isEmpty() && !process.words().contains("--fork-session")) {
      given = process.option("--resume", "-r").filter(id -> ID.matcher(id).matches());
    }
    return given.or(this::openSession);
  }

  private Optional<String> openSession() {
    return table.openFiles(process.pid()).stream()
        .map(TASKS::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private Path transcript(String session) {
    return inProject(project, session);
  }

  private static Path inProject(Path folder, String session) {
    return folder.resolve(session + ".jsonl");
  }

  private static Path ofSession(Path transcript) {
    return transcript.resolveSibling(Traces.stem(transcript));
  }

  /** The folder for what is said in a working folder; until 2.0 long names were not cut. */
  private Path project(String folder) {
    var projects = process.home().resolve("projects");
    var slug = ClaudeSlug.of(folder);
    var whole = projects.resolve(slug.whole());
    return Files.isDirectory(whole) ? whole : projects.resolve(slug.cut());
  }
}
