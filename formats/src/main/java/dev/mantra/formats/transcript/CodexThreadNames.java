package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The names that threads were given, {@code session_index.jsonl}: of each the last line counts. */
public final class CodexThreadNames {

  private CodexThreadNames() {}

  /** What a thread is called from a time on. */
  public record Name(String thread, String name, Optional<Instant> updated) {}

  /** Reads a line; empty when it names nothing. */
  public static Optional<Name> read(Bytes line) {
    try {
      var json = Json.of(line);
      var thread = json.text("id");
      var name = json.text("thread_name");
      return thread.isEmpty() || name.isEmpty()
          ? Optional.empty()
          : Optional.of(new Name(thread, name, Times.of(json.text("updated_at"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
