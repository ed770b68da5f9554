package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.FileHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lines that Cursor writes of its conversations. They tell less than its databases, but outlive
 * them.
 *
 * <pre>
 *  projects/SLUG/agent-transcripts/ID/ID.jsonl                a conversation
 *  projects/SLUG/agent-transcripts/ID/subagents/AGENT.jsonl   a sub-agent's
 * </pre>
 */
final class CursorLayout implements TranscriptLayout {

  private static final String TRANSCRIPTS = "agent-transcripts";

  @Override
  public Agent agent() {
    return Agent.CURSOR;
  }

  @Override
  public List<Path> folders(Path home) {
    return List.of(home.resolve("projects"));
  }

  @Override
  public boolean isTranscript(Path file) {
    return file.getFileName().toString().endsWith(".jsonl")
        && (TranscriptLayout.folder(file, 2).equals(TRANSCRIPTS)
            || TranscriptLayout.folder(file, 3).equals(TRANSCRIPTS));
  }

  @Override
  public boolean isTranscript(FileHead head) {
    return head.text("role").isPresent();
  }

  @Override
  public Optional<TranscriptOwner> owner(Path file) {
    var stem = TranscriptLayout.stem(file);
    return Optional.of(
        TranscriptLayout.folder(file, 3).equals(TRANSCRIPTS)
            ? TranscriptOwner.subAgent(TranscriptLayout.folder(file, 2), stem, "")
            : TranscriptOwner.main(stem));
  }
}
