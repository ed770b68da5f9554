package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block.Result.Outcome;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call of a tool in short.
 *
 * @param name the tool's; empty where only the result is known
 * @param outcome absent as long as there is no result
 * @param files how many files the agent says it has changed
 */
public record ToolUse(String name, Optional<Outcome> outcome, OptionalInt exitCode, int files) {

  public static final ToolUse NONE = new ToolUse("", Optional.empty(), OptionalInt.empty(), 0);

  ToolUse plus(ToolUse more) {
    return new ToolUse(
        name.isEmpty() ? more.name : name,
        more.outcome.or(() -> outcome),
        more.exitCode.isPresent() ? more.exitCode : exitCode,
        files + more.files);
  }
}
