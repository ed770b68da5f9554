package dev.mantra.formats.transcript;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that a conversation goes on from an earlier record. Then two prompts follow the same one,
 * and of what came after it only the later prompt counts.
 */
final class ClaudeRewinds {

  /** For each record that was followed by a prompt, the entry that was told last before it. */
  private final Map<String, String> before = new HashMap<>();

  /**
   * A prompt comes.
   *
   * @param parent the record it follows
   * @param last the entry that was told last
   * @return the entry that it goes back to; absent when it just goes on
   */
  Optional<String> prompt(String parent, String last) {
    return Optional.ofNullable(before.putIfAbsent(parent, last));
  }
}
