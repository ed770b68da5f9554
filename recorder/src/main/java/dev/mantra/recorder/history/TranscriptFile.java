package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry.SubAgent;
import java.nio.file.Path;
import java.util.Optional;

/** A file of an agent, and whose it is. */
record TranscriptFile(Path path, Stamp stamp, TranscriptOwner owner) {

  String name() {
    return path.getFileName().toString();
  }

  /** Whose work it tells of; absent for the main conversation's own. */
  Optional<SubAgent> subAgent() {
    return owner.subAgent();
  }
}
