package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codex's transcripts; seen in 0.29.0, 0.113.0 and 0.169.0.
 *
 * <pre>
 *  sessions/2026/11/21/rollout-2026-11-21T04-01-34-THREAD.jsonl          a thread, also a sub-agent's
 *  sessions/2026/11/21/rollout-2026-11-21T04-01-47-THREAD_SEGMENT.jsonl  its next part, after a backtrack
 *  archived_sessions/…                                                   the same, put away
 *  ….jsonl.zst                                                           the same, compressed
 * </pre>
 */
final class CodexLayout implements TranscriptLayout {

  private static final Pattern NAME =
      Pattern.compile(
          "rollout-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}-([0-9a-f-]{36})(_[0-9a-f-]+)?\\.jsonl(\\.zst)?");

  @Override
  public Agent agent() {
    return Agent.CODEX;
  }

  @Override
  public List<Path> folders(Path home) {
    return List.of(home.resolve("sessions"), home.resolve("archived_sessions"));
  }

  @Override
  public boolean isTranscript(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  @Override
  public boolean isTranscript(FileHead head) {
    return thread(head).isPresent()
        && (head.text("payload.cli_version").isPresent() || head.text("timestamp").isPresent());
  }

  @Override
  public Optional<TranscriptOwner> owner(Path file) throws IOException {
    var head = FileHead.of(file);
    var name = NAME.matcher(file.getFileName().toString());
    var thread = name.matches() ? Optional.of(name.group(1)) : thread(head);
    if (thread.isEmpty()) {
      return Optional.empty();
    }
    var parent =
        head.text("payload.parent_thread_id")
            .or(() -> head.text("payload.source.subagent.thread_spawn.parent_thread_id"));
    if (parent.isEmpty()) {
      return Optional.of(TranscriptOwner.main(thread.get()));
    }
    // Since 0.169 session_id names the thread in which it all began, also for sub-agents' own ones.
    var root =
        head.text("payload.session_id").filter(id -> !id.equals(thread.get())).or(() -> parent);
    return root.map(id -> TranscriptOwner.subAgent(id, thread.get(), ""));
  }

  private static Optional<String> thread(FileHead head) {
    return head.text("payload.id").or(() -> head.text("id"));
  }
}
