package dev.mantra.recorder.history;

import java.nio.file.Path;
import java.util.List;

/**
 * A conversation as its files are found.
 *
 * @param files the main ones first, each kind in the order of their names
 */
record Conversation(ConversationKey key, List<TranscriptFile> files) {

  Conversation {
    files = List.copyOf(files);
  }

  /** The file that people know it by. */
  Path path() {
    return files.getFirst().path();
  }

  long size() {
    return files.stream().mapToLong(file -> file.stamp().size()).sum();
  }

  /** When its files were last written, in nanoseconds since 1970. */
  long modified() {
    return files.stream().mapToLong(file -> file.stamp().modified()).max().orElse(0);
  }
}
