package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry.SubAgent;
import java.util.Optional;

/**
 * What is known of a transcript before it is read: what its path tells.
 *
 * @param path of the file
 * @param conversation the id that the file is named after; empty where its name says nothing
 * @param subAgent whose transcript it is; absent for a main conversation
 */
public record TranscriptContext(String path, String conversation, Optional<SubAgent> subAgent) {

  /** The context of a main conversation. */
  public static TranscriptContext of(String path, String conversation) {
    return new TranscriptContext(path, conversation, Optional.empty());
  }
}
