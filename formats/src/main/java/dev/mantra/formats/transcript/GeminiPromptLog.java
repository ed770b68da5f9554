package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.Optional;

/** The log of prompts, {@code logs.json}: one array, written anew when a prompt is sent. */
public final class GeminiPromptLog {

  private GeminiPromptLog() {}

  /** A prompt that was sent, commands of Gemini CLI included. */
  public record Prompt(String conversation, Instant time, String text) {}

  /** Reads an element; empty when it is no prompt. */
  public static Optional<Prompt> read(TranscriptRecord element) {
    return Json.lenient(element.json())
        .flatMap(
            json ->
                Times.of(json.text("timestamp"))
                    .filter(_ -> json.text("type").equals("user"))
                    .map(time -> new Prompt(json.text("sessionId"), time, json.text("message"))));
  }
}
