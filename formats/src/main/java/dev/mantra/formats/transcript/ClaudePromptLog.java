package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.Optional;

/** The log of prompts, {@code history.jsonl}: a line each, written when it is sent. */
public final class ClaudePromptLog {

  private ClaudePromptLog() {}

  /**
   * A prompt that was sent, commands of Claude Code included.
   *
   * @param conversation empty up to 1.0
   */
  public record Prompt(String conversation, String folder, Instant time, String text) {}

  /** Reads a line; empty when it is no prompt. */
  public static Optional<Prompt> read(TranscriptRecord line) {
    return Json.lenient(line.json())
        .filter(json -> json.number("timestamp") > 0)
        .map(
            json ->
                new Prompt(
                    json.text("sessionId"),
                    json.text("project"),
                    Instant.ofEpochMilli(json.number("timestamp")),
                    text(json)));
  }

  /** The prompt, with the texts in it that were pasted. */
  private static String text(Json json) {
    var text = json.text("display");
    for (var pasted : json.get("pastedContents").entries().values()) {
      int from = text.indexOf("[Pasted text #" + pasted.number("id") + " ");
      int to = from < 0 ? -1 : text.indexOf(']', from);
      if (to > 0 && pasted.get("content").isText()) {
        text = text.substring(0, from) + pasted.text("content") + text.substring(to + 1);
      }
    }
    return text;
  }
}
