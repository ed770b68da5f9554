package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.time.Instant;
import java.util.Optional;

/** The names that threads were given, {@code session_index.jsonl}: of each the last line counts. */
public final class CodexThreadNames {

  private CodexThreadNames() {}

  /** What a thread is called from a time on. */
  public record Name(String thread, String name, Optional<Instant> updated) {}

  /** Reads a line; empty when it names nothing. */
  public static Optional<Name> read(Bytes line) {
    return Json.lenient(line)
        .map(
            json ->
                new Name(
                    json.text("id"), json.text("thread_name"), Times.of(json.text("updated_at"))))
        .filter(named -> !named.thread().isEmpty() && !named.name().isEmpty());
  }
}
