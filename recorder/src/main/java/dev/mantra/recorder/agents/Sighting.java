package dev.mantra.recorder.agents;

import java.nio.file.Path;

/** A transcript that is, or may be, a process's. */
record Sighting(Path file, Certainty certainty) {

  /** What the evidence is worth. */
  enum Certainty {
    /** The process itself says so. */
    CERTAIN,
    /** It is where the process would write, and was written since that runs. */
    LIKELY,
    /** Another program may just as well have written it. */
    DOUBTFUL
  }

  static Sighting certain(Path file) {
    return new Sighting(file, Certainty.CERTAIN);
  }

  static Sighting likely(Path file) {
    return new Sighting(file, Certainty.LIKELY);
  }
}
