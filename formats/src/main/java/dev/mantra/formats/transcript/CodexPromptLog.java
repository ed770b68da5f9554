package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
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
    return Json.lenient(line).flatMap(CodexPromptLog::prompt);
  }

  private static Optional<Prompt> prompt(Json json) {
    var thread = json.text("session_id");
    long seconds = json.number("ts");
    return thread.isEmpty() || seconds <= 0 || seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(new Prompt(thread, Instant.ofEpochSecond(seconds), json.text("text")));
  }
}
