package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.GeminiChatName;
import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gemini CLI's transcripts; seen in 0.8.2, 0.26.0 and 0.61.0.
 *
 * <pre>
 *  tmp/SLUG/chats/session-2026-11-21T03-55-156d384b.jsonl   a conversation; its whole id is in its first record
 *  tmp/SLUG/chats/session-2026-11-21T03-55-156d384b.json    the same as one document, in older versions
 *  tmp/SLUG/chats/SESSION/SUBAGENT.jsonl                    a sub-agent's
 * </pre>
 */
final class GeminiLayout implements TranscriptLayout {

  private static final String CHATS = "chats";
  private static final Pattern NAME = Pattern.compile("session-.+\\.jsonl?");

  @Override
  public Agent agent() {
    return Agent.GEMINI;
  }

  @Override
  public List<Path> folders(Path home) {
    return List.of(home.resolve("tmp"));
  }

  @Override
  public boolean isTranscript(Path file) {
    var name = file.getFileName().toString();
    return (TranscriptLayout.folder(file, 1).equals(CHATS) && NAME.matcher(name).matches())
        || (TranscriptLayout.folder(file, 2).equals(CHATS) && name.endsWith(".jsonl"));
  }

  @Override
  public boolean isTranscript(FileHead head) {
    return head.text("sessionId").isPresent() && head.text("projectHash").isPresent();
  }

  @Override
  public Optional<TranscriptOwner> owner(Path file) throws IOException {
    var head = FileHead.of(file);
    var id = head.text("sessionId");
    if (TranscriptLayout.folder(file, 2).equals(CHATS)) {
      var parent = TranscriptLayout.folder(file, 1);
      var own = id.orElse(TranscriptLayout.stem(file));
      return Optional.of(TranscriptOwner.subAgent(parent, own, ""));
    }
    return id.or(() -> GeminiChatName.session(file.getFileName().toString()))
        .map(TranscriptOwner::main);
  }
}
