package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a tool gave back, as Codex hands it to the model: a text that says in its first lines, or in
 * members of an object, how a command ended.
 *
 * <pre>
 *  Chunk ID: 5a75fa                          {"output":"…","metadata":{"exit_code":0}}
 *  Wall time: 0.0286 seconds
 *  Process exited with code 0                Exit code: 0
 *  Output:                                   Wall time: 0.2 seconds
 *  …                                         Output:
 * </pre>
 */
record CodexOutput(String text, OptionalInt exitCode, Outcome outcome) {

  private static final List<String> EXITS = List.of("Process exited with code ", "Exit code: ");

  private static final List<String> HEADS =
      List.of(
          "Chunk ID: ",
          "Wall time: ",
          "Original token count: ",
          "Total output lines: ",
          "Process running with session ID ");

  private static final List<String> REFUSALS =
      List.of("rejected by user", "rejected by the user", "declined by user", "denied by user");

  private static final String ABORTED = "aborted by user";

  /** Longer texts are what a program printed, not words of Codex about it. */
  private static final int WORDS = 400;

  /**
   * Reads an output.
   *
   * @param asked whether the person was to allow the call: then an abort was an answer
   */
  static CodexOutput of(Json output, boolean asked) {
    if (output.isArray()) {
      return ofText(texts(output), asked);
    }
    if (output.isObject()) {
      return ofObject(output, asked);
    }
    var text = output.text();
    var object =
        text.startsWith("{\"output\":") ? Json.lenient(Bytes.utf8(text)) : Optional.<Json>empty();
    return object.map(json -> ofObject(json, asked)).orElseGet(() -> ofText(text, asked));
  }

  Block.Result toResult(String call) {
    return new Block.Result(call, outcome, text, exitCode);
  }

  private static CodexOutput ofObject(Json output, boolean asked) {
    var text = output.text("output") + output.text("content");
    var code = output.get("metadata").get("exit_code");
    if (code.isPresent()) {
      return ended(text, (int) code.number());
    }
    var success = output.get("success");
    boolean failed = success.isPresent() && !success.isTrue();
    var read = ofText(text, asked);
    return failed && read.outcome == Outcome.DONE
        ? new CodexOutput(read.text, read.exitCode, Outcome.FAILED)
        : read;
  }

  private static CodexOutput ofText(String text, boolean asked) {
    int from = 0;
    var exit = OptionalInt.empty();
    while (true) {
      int end = text.indexOf('\n', from);
      var line = end < 0 ? text.substring(from) : text.substring(from, end);
      var code = exitCode(line);
      boolean isHead = code.isPresent() || HEADS.stream().anyMatch(line::startsWith);
      boolean isLast = from > 0 && line.equals("Output:");
      if (!isHead && !isLast) {
        break;
      }
      exit = code.isPresent() ? code : exit;
      from = end < 0 ? text.length() : end + 1;
      if (isLast || end < 0) {
        break;
      }
    }
    var rest = text.substring(from);
    return exit.isPresent()
        ? ended(rest, exit.getAsInt())
        : new CodexOutput(rest, exit, outcome(rest, asked));
  }

  private static OptionalInt exitCode(String line) {
    for (var prefix : EXITS) {
      if (line.startsWith(prefix)) {
        try {
          return OptionalInt.of(Integer.parseInt(line.substring(prefix.length()).strip()));
        } catch (NumberFormatException e) {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.empty();
  }

  private static CodexOutput ended(String text, int exitCode) {
    return new CodexOutput(
        text, OptionalInt.of(exitCode), exitCode == 0 ? Outcome.DONE : Outcome.FAILED);
  }

  private static Outcome outcome(String text, boolean asked) {
    if (text.length() > WORDS) {
      return Outcome.DONE;
    }
    if (REFUSALS.stream().anyMatch(text::contains)) {
      return Outcome.REFUSED;
    }
    if (text.startsWith(ABORTED)) {
      return asked ? Outcome.REFUSED : Outcome.INTERRUPTED;
    }
    return Outcome.DONE;
  }

  private static String texts(Json parts) {
    return parts.elements().stream()
        .map(part -> part.text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
