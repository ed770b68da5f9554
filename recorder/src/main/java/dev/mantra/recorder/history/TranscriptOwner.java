package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry.SubAgent;
import java.util.Optional;

/**
 * Whose a transcript is.
 *
 * @param conversation the id of the main conversation
 * @param subAgent absent when the file is the main conversation's own
 * @param root the id of the first record: a fork may begin with copies of another conversation's
 *     records; empty where it does not matter
 */
record TranscriptOwner(String conversation, Optional<SubAgent> subAgent, String root) {

  static TranscriptOwner main(String conversation) {
    return new TranscriptOwner(conversation, Optional.empty(), "");
  }

  static TranscriptOwner subAgent(String conversation, String id, String call) {
    return new TranscriptOwner(conversation, Optional.of(new SubAgent(id, call)), "");
  }

  TranscriptOwner withRoot(String id) {
    return new TranscriptOwner(conversation, subAgent, id);
  }
}
