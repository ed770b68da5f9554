package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Claude Code's transcripts; seen in 1.0.128, 2.0.77 and 2.1.329.
 *
 * <pre>
 *  projects/SLUG/SESSION.jsonl                                 a conversation
 *  projects/SLUG/agent-ID.jsonl                                a sub-agent's, until 2.0
 *  projects/SLUG/SESSION/subagents/agent-ID.jsonl, .meta.json  a sub-agent's, since 2.1
 * </pre>
 */
final class ClaudeLayout implements TranscriptLayout {

  private static final Pattern SESSION =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern SUB_AGENT = Pattern.compile("agent-(a?[0-9a-f]{4,40})");
  private static final String SUB_AGENTS = "subagents";

  /** Folders of Cursor and of Gemini CLI, whose files have the same names. */
  private static final Set<String> OTHERS = Set.of("agent-transcripts", "chats");

  /** What 2.0 has its sub-agents say at the start, so that the model's cache is filled. */
  private static final String WARM_UP = "Warmup";

  @Override
  public Agent agent() {
    return Agent.CLAUDE;
  }

  @Override
  public List<Path> folders(Path home) {
    return List.of(home.resolve("projects"));
  }

  @Override
  public boolean isTranscript(Path file) {
    var stem = TranscriptLayout.stem(file);
    return file.getFileName().toString().endsWith(".jsonl")
        && (SESSION.matcher(stem).matches() || SUB_AGENT.matcher(stem).matches())
        && !OTHERS.contains(TranscriptLayout.folder(file, 2))
        && !OTHERS.contains(TranscriptLayout.folder(file, 3));
  }

  @Override
  public boolean isTranscript(FileHead head) {
    return head.text("sessionId").isPresent()
        && (head.text("uuid").isPresent() || head.text("type").isPresent());
  }

  @Override
  public Optional<TranscriptOwner> owner(Path file) throws IOException {
    var stem = TranscriptLayout.stem(file);
    var subAgent = SUB_AGENT.matcher(stem);
    var head = FileHead.of(file);
    if (!subAgent.matches()) {
      var session = SESSION.matcher(stem).matches() ? Optional.of(stem) : head.text("sessionId");
      return session.map(id -> TranscriptOwner.main(id).withRoot(head.text("uuid").orElse("")));
    }
    if (head.text("message.content").filter(WARM_UP::equals).isPresent()) {
      return Optional.empty();
    }
    var conversation =
        TranscriptLayout.folder(file, 1).equals(SUB_AGENTS)
            ? Optional.of(TranscriptLayout.folder(file, 2))
            : head.text("sessionId");
    var call = call(file.resolveSibling(stem + ".meta.json"));
    return conversation.map(id -> TranscriptOwner.subAgent(id, subAgent.group(1), call));
  }

  /** The call that started a sub-agent, where a file beside its transcript says so. */
  private static String call(Path meta) throws IOException {
    return Files.isRegularFile(meta) ? FileHead.of(meta).text("toolUseId").orElse("") : "";
  }
}
