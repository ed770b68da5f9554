package dev.mantra.recorder.agents;

import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The session's folder of copies, and what went wrong with it. */
final class SessionCopies {

  private final Session session;
  private final Map<String, Path> names = new HashMap<>();
  private Optional<String> trouble = Optional.empty();

  SessionCopies(Session session) {
    this.session = session;
  }

  /** Opens the copy of a transcript, to add to what is there. */
  TranscriptCopy open(TranscriptFormat format) throws IOException {
    var name = name(format);
    return new TranscriptCopy(name, session.openTranscript(name));
  }

  void failed(String reason) {
    if (trouble.isEmpty()) {
      trouble = Optional.of(reason);
    }
  }

  Optional<String> trouble() {
    return trouble;
  }

  /** Two agents with homes of their own may have files of the same name. */
  private String name(TranscriptFormat format) {
    var stem = format.agent().label() + "-" + Traces.stem(format.file());
    var name = stem + ".jsonl";
    for (int i = 2; !names.computeIfAbsent(name, _ -> format.file()).equals(format.file()); i++) {
      name = stem + "-" + i + ".jsonl";
    }
    return name;
  }
}
