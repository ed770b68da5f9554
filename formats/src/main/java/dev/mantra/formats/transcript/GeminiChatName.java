package dev.mantra.formats.transcript;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a chat's file of Gemini CLI tells: how its session's id begins.
 *
 * <p>A file may have nothing else of it: when a second Gemini is started in the folder before
 * anything was said in the first, it deletes the first one's file, as an empty one, and the first
 * one then writes on without the record that has the id (seen with 0.61).
 */
public final class GeminiChatName {

  private static final Pattern NAME = Pattern.compile("session-.+-([0-9a-f]{8})\\.jsonl?");

  private GeminiChatName() {}

  /** The first characters of the id, where a name is that of a chat. */
  public static Optional<String> session(String name) {
    var matcher = NAME.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
