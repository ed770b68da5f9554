package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How one agent lays out its transcripts: which files are some, and whose each one is. */
sealed interface TranscriptLayout permits ClaudeLayout, CodexLayout, GeminiLayout, CursorLayout {

  /** One for each agent; what Cursor keeps in databases, {@link CursorSearch} finds. */
  List<TranscriptLayout> ALL =
      List.of(new ClaudeLayout(), new CodexLayout(), new GeminiLayout(), new CursorLayout());

  Agent agent();

  /** The folders of the agent's home that hold transcripts. */
  List<Path> folders(Path home);

  /** Whether name and place say that a file is a transcript. */
  boolean isTranscript(Path file);

  /** Whether the first records are those of a transcript, whatever the file is called. */
  boolean isTranscript(FileHead head);

  /** Whose a transcript is; empty when it turns out to be none that counts. */
  Optional<TranscriptOwner> owner(Path file) throws IOException;

  /** The name without what follows its last dot. */
  static String stem(Path file) {
    var name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The name of the folder a file is in, or of one further up; of the file itself, none up. */
  static String folder(Path file, int up) {
    return above(file, up)
        .flatMap(folder -> Optional.ofNullable(folder.getFileName()))
        .map(Path::toString)
        .orElse("");
  }

  /** The folder a file is in, or one further up. */
  static Optional<Path> above(Path file, int up) {
    var at = Optional.of(file);
    for (int i = 0; i < up; i++) {
      at = at.flatMap(path -> Optional.ofNullable(path.getParent()));
    }
    return at;
  }
}
