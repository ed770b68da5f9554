package dev.mantra.recorder.history;

import java.util.Optional;

/** What other files than the transcripts tell of a conversation. */
record Beside(Optional<String> title, Optional<String> folder) {
  static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
}
