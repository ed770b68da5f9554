package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A command that has run to its end, as events tell it.
 *
 * @param command what was run, without the shell that ran it
 * @param isTyped whether a person typed it
 */
record CodexExecution(
    String call,
    String command,
    boolean isTyped,
    Block.Result result,
    Optional<Instant> started,
    Optional<Instant> completed) {

  private static final Set<String> SHELL_OPTIONS = Set.of("-c", "-lc");

  /**
   * Reads one.
   *
   * @param event with the times, or the item itself
   * @param item {@code CommandExecution}, or the event {@code exec_command_end}
   */
  static CodexExecution of(Json event, Json item, Optional<Instant> written) {
    var call = item.text("id").isEmpty() ? item.text("call_id") : item.text("id");
    return new CodexExecution(
        call,
        command(item.get("command")),
        item.text("source").equals("user_shell"),
        new Block.Result(call, outcome(item), item.text("aggregated_output"), exitCode(item)),
        Times.ofMillis(event.get("started_at_ms")),
        Times.ofMillis(event.get("completed_at_ms")).or(() -> written));
  }

  private static String command(Json command) {
    var words = command.elements().stream().map(Json::text).toList();
    boolean isShell = words.size() == 3 && SHELL_OPTIONS.contains(words.get(1));
    return isShell ? words.get(2) : String.join(" ", words);
  }

  private static OptionalInt exitCode(Json item) {
    var code = item.get("exit_code");
    return code.isPresent() ? OptionalInt.of((int) code.number()) : OptionalInt.empty();
  }

  private static Outcome outcome(Json item) {
    return switch (item.text("status")) {
      case "declined" -> Outcome.REFUSED;
      case "failed" -> Outcome.FAILED;
      default -> exitCode(item).orElse(0) == 0 ? Outcome.DONE : Outcome.FAILED;
    };
  }
}
