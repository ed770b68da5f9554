package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Calls of tools in the editor: {@code toolFormerData}, which has the call and its result in one.
 * Arguments and result are JSON in a text, most of the time.
 */
final class CursorTools {

  private final CursorEdits edits;
  private final Map<String, String> agents = new HashMap<>();

  CursorTools(CursorEdits edits) {
    this.edits = edits;
  }

  /** The call that started a sub-agent; empty when none says that it has. */
  String callOf(String agent) {
    return agents.getOrDefault(agent, "");
  }

  /** What a call is called: older ones have no id but that of their bubble. */
  static String id(String bubble, Json data) {
    return data.text("toolCallId").isEmpty() ? bubble : data.text("toolCallId");
  }

  /** Puts a call into an entry. */
  EntryBuilder call(String bubble, Json data, EntryBuilder entry) throws IOException {
    var call = id(bubble, data);
    var name = data.text("name").isEmpty() ? "tool " + data.number("tool") : data.text("name");
    var input = data.text("params").isEmpty() ? data.text("rawArgs") : data.text("params");
    entry.add(new Block.Call(call, name, input));
    var result = json(data.text("result"));
    var agent = result.text("agentId");
    if (!agent.isEmpty()) {
      agents.put(agent, call);
    }
    var outcome = outcome(data, result);
    if (outcome.isPresent()) {
      entry.add(new Result(call, outcome.get(), output(data, result), exitCode(result)));
      if (outcome.get() == Outcome.DONE) {
        edits.of(json(input), result).ifPresent(entry::add);
      }
    }
    return entry;
  }

  private static Optional<Outcome> outcome(Json data, Json result) {
    if (data.text("userDecision").equals("rejected") || result.get("rejected").isTrue()) {
      return Optional.of(Outcome.REFUSED);
    }
    return switch (data.text("status")) {
      case "completed" ->
          Optional.of(exitCode(result).orElse(0) == 0 ? Outcome.DONE : Outcome.FAILED);
      case "error" -> Optional.of(Outcome.FAILED);
      case "cancelled" -> Optional.of(Outcome.INTERRUPTED);
      default -> Optional.empty();
    };
  }

  private static String output(Json data, Json result) {
    for (var name : new String[] {"output", "contents"}) {
      if (result.get(name).isText()) {
        return result.text(name);
      }
    }
    if (!data.text("result").isEmpty()) {
      return data.text("result");
    }
    return json(data.text("error")).text("clientVisibleErrorMessage");
  }

  private static OptionalInt exitCode(Json result) {
    for (var name : new String[] {"exitCodeV2", "exitCode"}) {
      if (result.get(name).isPresent()) {
        return OptionalInt.of((int) result.number(name));
      }
    }
    return OptionalInt.empty();
  }

  /** What a text says as JSON; nothing when it is none. */
  private static Json json(String text) {
    try {
      return text.startsWith("{") ? Json.of(Bytes.utf8(text)) : new Json.Text(text);
    } catch (IOException e) {
      return new Json.Text(text);
    }
  }
}
