package dev.mantra.recorder.history;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.transcript.CodexPromptLog;
import dev.mantra.formats.transcript.CodexThreadNames;
import dev.mantra.formats.transcript.TranscriptLimits;
import dev.mantra.formats.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What Codex keeps of all its threads beside their rollouts: what was typed, and what they are
 * called.
 *
 * <pre>
 *  HOME/history.jsonl  HOME/session_index.jsonl  HOME/sessions/…/rollout-….jsonl
 * </pre>
 */
final class CodexNotes {

  private static final List<String> FOLDERS = List.of("sessions", "archived_sessions");

  private final Map<String, List<CodexPromptLog.Prompt>> prompts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private CodexNotes() {}

  /** The home that a rollout lies in. */
  static Optional<Path> home(Path rollout) {
    for (var at = rollout.getParent(); at != null; at = at.getParent()) {
      if (FOLDERS.contains(TranscriptLayout.folder(at, 0))) {
        return Optional.ofNullable(at.getParent());
      }
    }
    return Optional.empty();
  }

  /** Reads a home's notes; what cannot be read of them is missing, and everything else is there. */
  static CodexNotes of(Path home) {
    var notes = new CodexNotes();
    records(
        home.resolve("history.jsonl"),
        line ->
            CodexPromptLog.read(line)
                .ifPresent(
                    prompt ->
                        notes
                            .prompts
                            .computeIfAbsent(prompt.thread(), _ -> new ArrayList<>(1))
                            .add(prompt)));
    records(
        home.resolve("session_index.jsonl"),
        line ->
            CodexThreadNames.read(line)
                .ifPresent(named -> notes.names.put(named.thread(), named.name())));
    return notes;
  }

  /** What was typed in a thread, in that order. */
  List<CodexPromptLog.Prompt> prompts(String thread) {
    return prompts.getOrDefault(thread, List.of());
  }

  Optional<String> name(String thread) {
    return Optional.ofNullable(names.get(thread));
  }

  private static void records(Path file, Consumer<Bytes> lines) {
    try (var in = Files.newInputStream(file)) {
      var reader =
          new TranscriptReader(
              record -> lines.accept(record.json()), (_, _) -> {}, TranscriptLimits.FRUGAL);
      reader.feed(in);
      reader.finish();
    } catch (IOException e) {
      // Notes only tell what is missing elsewhere; most homes lack one of them.
      return;
    }
  }
}
