package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Codex; seen in 0.29.0, 0.113.0 and 0.169.0.
 *
 * <pre>
 *  sessions/2026/11/21/rollout-…-THREAD.jsonl          a thread, also a sub-agent's; local date
 *  sessions/2026/11/21/rollout-…-THREAD_SEGMENT.jsonl  its next part, after a step back
 *  history.jsonl                                       every prompt with its thread, just after Enter
 * </pre>
 *
 * <p>Whoever writes a rollout has it open. Since 0.169 that is a process in the background, which
 * writes for all terminals and editors and may be anybody's child: what it has open says nothing.
 */
final class CodexTrail implements Trail {

  private static final Pattern ROLLOUT =
      Pattern.compile("rollout-.{19}-([0-9a-f-]{36})(_[0-9a-f-]+)?\\.jsonl");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Of rollouts below the folder of all: year, month, day. */
  private static final int DEPTH = 4;

  private final AgentProcess process;
  private final ProcessTable table;
  private final Path sessions;
  private final CodexPromptLogTail prompts;
  private final Map<Path, Rollout> rollouts = new HashMap<>();
  private final Map<String, List<Path>> threads = new HashMap<>();

  /**
   * The beginning of a rollout that is younger than the process.
   *
   * @param root the thread that a person talks in
   */
  private record Rollout(
      String thread, String root, boolean isSubAgent, Sighting.Certainty certainty) {}

  CodexTrail(AgentProcess process, ProcessTable table) {
    this.process = process;
    this.table = table;
    this.sessions = process.home().resolve("sessions");
    this.prompts =
        new CodexPromptLogTail(process.home().resolve("history.jsonl"), process.started());
  }

  @Override
  public Set<Path> folders() {
    return new LinkedHashSet<>(days());
  }

  @Override
  public List<Sighting> look() {
    lookForRollouts();
    var seen = new ArrayList<Sighting>();
    for (var file : table.openFiles(process.pid())) {
      if (file.startsWith(sessions + "/") && ROLLOUT.matcher(name(file)).matches()) {
        seen.add(Sighting.certain(Path.of(file)));
      }
    }
    resumed().ifPresent(id -> ofThread(id).forEach(file -> seen.add(Sighting.certain(file))));
    rollouts.forEach(
        (file, rollout) -> {
          if (!rollout.isSubAgent()) {
            seen.add(new Sighting(file, rollout.certainty()));
          }
        });
    for (var thread : prompts.threads()) {
      ofThread(thread).forEach(file -> seen.add(Sighting.likely(file)));
    }
    return seen;
  }

  @Override
  public List<Path> companions(Path transcript) {
    var own = ROLLOUT.matcher(name(transcript.toString()));
    if (!own.matches()) {
      return List.of();
    }
    var files = new LinkedHashSet<>(ofThread(own.group(1)));
    rollouts.forEach(
        (file, rollout) -> {
          if (rollout.root().equals(own.group(1))) {
            files.add(file);
          }
        });
    files.remove(transcript);
    return List.copyOf(files);
  }

  /** Around midnight, and for those who travel, the date is not that of this process. */
  private List<Path> days() {
    var today = LocalDate.now(ZoneId.systemDefault());
    return List.of(day(today.minusDays(1)), day(today), day(today.plusDays(1)));
  }

  private Path day(LocalDate date) {
    return sessions.resolve(
        String.format(
            "%04d/%02d/%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
  }

  private void lookForRollouts() {
    for (var folder : days()) {
      for (var file : Traces.in(folder, "rollout-*.jsonl")) {
        if (!rollouts.containsKey(file) && Traces.isWritten(file, process.started())) {
          rollout(file).ifPresent(rollout -> rollouts.put(file, rollout));
        }
      }
    }
  }

  @Override
  public Optional<TranscriptContext> context(Path transcript) {
    return rollout(transcript)
        .map(
            it ->
                new TranscriptContext(
                    transcript.toString(),
                    it.root(),
                    it.isSubAgent()
                        // Which call began it, the other one tells.
                        ? Optional.of(new SubAgent(it.thread(), ""))
                        : Optional.empty()));
  }

  /** Empty as long as its first line is not there. */
  private Optional<Rollout> rollout(Path file) {
    var head = Traces.head(file);
    var thread = head.flatMap(it -> it.text("payload.id").or(() -> it.text("id")));
    if (head.isEmpty() || thread.isEmpty()) {
      return Optional.empty();
    }
    var parent =
        head.get()
            .text("payload.parent_thread_id")
            .or(() -> head.get().text("payload.source.subagent.thread_spawn.parent_thread_id"));
    // Since 0.169 a sub-agent of a sub-agent names the thread in which it all began.
    var root = parent.isEmpty() ? thread : head.get().text("payload.session_id").or(() -> parent);
    return Optional.of(
        new Rollout(thread.get(), root.orElseThrow(), parent.isPresent(), certainty(head.get())));
  }

  private Sighting.Certainty certainty(FileHead head) {
    var folder = head.text("payload.cwd");
    var program = head.text("payload.originator");
    boolean fits =
        folder.map(folder()::equals).orElse(true)
            && program.map(name -> name.matches("codex[-_](tui|exec|cli_rs)")).orElse(true);
    return fits ? Sighting.Certainty.LIKELY : Sighting.Certainty.DOUBTFUL;
  }

  /** The folder it works in, which may be given to it. */
  private String folder() {
    var given = process.option("--cd", "-C");
    try {
      return given
          .map(folder -> Path.of(process.folder()).resolve(folder).normalize().toString())
          .orElse(process.folder());
    } catch (InvalidPathException e) {
      return process.folder();
    }
  }

  /** The thread that it was told to go on with. */
  private Optional<String> resumed() {
    return process.words().contains("resume")
        ? process.words().stream().filter(word -> ID.matcher(word).matches()).findFirst()
        : Optional.empty();
  }

  /** All parts of a thread. Once it is found, those that come later are young. */
  private List<Path> ofThread(String thread) {
    var all = new TreeSet<>(threads.computeIfAbsent(thread, this::find));
    rollouts.keySet().stream().filter(file -> isOf(file, thread)).forEach(all::add);
    if (all.isEmpty()) {
      threads.remove(thread);
    }
    return List.copyOf(all);
  }

  private List<Path> find(String thread) {
    try (var tree = Files.walk(sessions, DEPTH)) {
      return tree.filter(file -> isOf(file, thread)).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean isOf(Path file, String thread) {
    var name = ROLLOUT.matcher(name(file.toString()));
    return name.matches() && name.group(1).equals(thread);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
