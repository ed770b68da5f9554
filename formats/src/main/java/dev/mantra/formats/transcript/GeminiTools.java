package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Calls of tools, and what came of them. Both stand in the reply that made the calls; a history
 * that is written down once more has them as parts of messages.
 */
final class GeminiTools {

  private static final String SHELL = "run_shell_command";
  private static final String EXIT_CODE = "\nExit Code: ";
  private static final String DENIED = "User denied";

  private final GeminiTeller teller;

  GeminiTools(GeminiTeller teller) {
    this.teller = teller;
  }

  /**
   * A call, as the reply has it.
   *
   * @param entry for the call
   */
  void call(GeminiMessage message, Json call, EntryBuilder entry) {
    var id = call.text("id");
    teller.tell(
        entry.add(new Block.Call(id, call.text("name"), call.get("args").asWritten())),
        message.place());
    boolean isOver =
        switch (call.text("status")) {
          case "success", "error", "cancelled" -> true;
          default -> call.get("result").isArray();
        };
    if (isOver) {
      var time = Times.of(call.text("timestamp"));
      result(message, call, output(call), time);
      teller.completed(time);
      link(message, call, time);
    }
  }

  /** What came of a call, as a part of a message. */
  void response(GeminiMessage message, Json response) {
    result(message, response, output(response.get("response")), message.time());
  }

  private void result(GeminiMessage message, Json call, String output, Optional<Instant> time) {
    var id = call.text("id");
    if (id.isEmpty()) {
      return;
    }
    var exitCode = exitCode(call, output);
    var outcome = outcome(call, output, exitCode);
    var entry =
        teller
            .entry(message.place(), id, Kind.TOOL)
            .time(time)
            .add(new Block.Result(id, outcome, output, exitCode));
    GeminiEdits.of(call.get("resultDisplay"), message).ifPresent(entry::add);
    if (teller.hasTold(id)) {
      teller.change(entry, Change.EXTENDED, "is over", message.place());
    } else {
      teller.tell(entry, message.place());
    }
  }

  /** A call that started an agent says which: the agent's own file does not say which call. */
  private void link(GeminiMessage message, Json call, Optional<Instant> time) {
    var agent = call.text("agentId");
    if (!agent.isEmpty()) {
      var id = call.text("id");
      teller.note(
          teller
              .entry(message.place(), id + "/agent", Kind.PROGRESS)
              .subAgent(Optional.of(new SubAgent(agent, id)))
              .time(time)
              .omitted(0)
              .text(call.text("status")),
          message.place());
    }
  }

  private static String output(Json call) {
    var all = new StringJoiner("\n");
    for (var part : call.get("result").elements()) {
      var response = part.get("functionResponse").get("response");
      if (response.isPresent()) {
        all.add(told(response));
      }
    }
    if (call.get("output").isPresent() || call.get("error").isPresent()) {
      all.add(told(call));
    }
    return all.length() > 0 ? all.toString() : call.get("resultDisplay").text();
  }

  private static String told(Json response) {
    return response
        .get("output")
        .optionalText()
        .or(() -> response.get("error").optionalText())
        .orElse(response.asWritten());
  }

  private static Outcome outcome(Json call, String output, OptionalInt exitCode) {
    var status = call.text("status");
    boolean isFailure =
        status.equals("error")
            || call.get("response").get("error").isPresent()
            || exitCode.orElse(0) != 0;
    if (status.equals("cancelled")) {
      return output.contains(DENIED) ? Outcome.REFUSED : Outcome.INTERRUPTED;
    }
    return isFailure ? Outcome.FAILED : Outcome.DONE;
  }

  /** Commands of the shell say in their output how they ended; newer ones only when they failed. */
  private static OptionalInt exitCode(Json call, String output) {
    if (!call.text("name").equals(SHELL)) {
      return OptionalInt.empty();
    }
    int at = output.lastIndexOf(EXIT_CODE);
    if (at < 0) {
      return call.text("status").equals("success") ? OptionalInt.of(0) : OptionalInt.empty();
    }
    int from = at + EXIT_CODE.length();
    int to = from;
    while (to < output.length() && to < from + 9 && Character.isDigit(output.charAt(to))) {
      to++;
    }
    return to == from
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(output, from, to, 10));
  }
}
