package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The log of prompts, {@code history.jsonl}: a line each, written when it is sent. */
public final class CodexPromptLog {

  private CodexPromptLog() {}

  /**
   * A prompt that was sent, commands of Codex included.
   *
   * @param time in whole seconds
   */
  public record Prompt(String thread, Instant time, String text) {}

  /** Reads a line; empty when it is no prompt. */
  public static Optional<Prompt> read(Bytes line) {
    try {
      var json = Json.of(line);
      var thread = json.text("session_id");
      long seconds = json.number("ts");
      return thread.isEmpty() || seconds <= 0 || seconds > Instant.MAX.getEpochSecond()
          ? Optional.empty()
          : Optional.of(new Prompt(thread, Instant.ofEpochSecond(seconds), json.text("text")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
