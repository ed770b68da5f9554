package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** Calls of tools, and what came of them. They are paired by the call's id, wherever they stand. */
final class ClaudeTools {

  private static final String REJECTED = "The user doesn't want to proceed with this tool use";
  private static final String INTERRUPTED = "[Request interrupted by user";
  private static final String EXIT_CODE = "Exit code ";

  private final ClaudeTeller teller;

  ClaudeTools(ClaudeTeller teller) {
    this.teller = teller;
  }

  void call(ClaudeRecord record, Json block, EntryBuilder entry) {
    var id = block.text("id");
    var input = block.get("input");
    teller.sidechains().called(id, input);
    teller.tell(entry.add(new Block.Call(id, block.text("name"), input.asWritten())), record);
  }

  /**
   * A call has ended.
   *
   * @param block the result as the model sees it; what the person sees stands beside the message
   */
  void result(ClaudeRecord record, Json block) {
    var call = block.text("tool_use_id");
    var shown = record.json().get("toolUseResult");
    var output = output(block.get("content"));
    var entry = teller.entry(record, call, Kind.TOOL);
    var outcome = outcome(record.json(), block, output);
    entry.add(new Block.Result(call, outcome, output, exitCode(outcome, output, shown)));
    block
        .get("content")
        .elements()
        .forEach(part -> ClaudeImages.of(part, record).ifPresent(entry::add));
    ClaudeEdits.of(shown, record).ifPresent(entry::add);
    // The file may have been cut off before the call.
    entry.change(teller.hasTold(call) ? Change.EXTENDED : Change.ADDED);
    teller.tell(entry, record);
    link(record, call, shown);
  }

  /** A call that started an agent says which: the agent's own file does not say which call. */
  private void link(ClaudeRecord record, String call, Json shown) {
    var agent = shown.text("agentId");
    if (agent.isEmpty()) {
      return;
    }
    teller.sidechains().started(agent, call);
    var entry =
        teller
            .entry(record, call + "/agent", Kind.PROGRESS)
            .subAgent(Optional.of(new SubAgent(agent, call)))
            .omitted(0)
            .text(shown.text("status").isEmpty() ? "completed" : shown.text("status"));
    teller.note(entry.build(), record);
  }

  private static String output(Json content) {
    if (content.isText()) {
      return content.text();
    }
    var all = new StringJoiner("\n");
    for (var part : content.elements()) {
      if (part.text("type").equals("text")) {
        all.add(part.text("text"));
      }
    }
    return all.toString();
  }

  private static Outcome outcome(Json record, Json block, String output) {
    if (!record.text("toolDenialKind").isEmpty() || output.startsWith(REJECTED)) {
      return Outcome.REFUSED;
    } else if (output.startsWith(INTERRUPTED)
        || record.get("toolUseResult").get("interrupted").isTrue()) {
      return Outcome.INTERRUPTED;
    }
    return block.get("is_error").isTrue() ? Outcome.FAILED : Outcome.DONE;
  }

  /**
   * Commands that fail say so in words; of the others only those are said to end with 0 that do.
   */
  private static OptionalInt exitCode(Outcome outcome, String output, Json shown) {
    if (outcome == Outcome.FAILED && output.startsWith(EXIT_CODE)) {
      int end = EXIT_CODE.length();
      while (end < output.length() && end < 14 && Character.isDigit(output.charAt(end))) {
        end++;
      }
      return end == EXIT_CODE.length()
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(output, EXIT_CODE.length(), end, 10));
    }
    boolean isCommand = shown.get("stdout").isText();
    boolean isOver =
        !shown.get("backgroundTaskId").isPresent()
            && !shown.get("returnCodeInterpretation").isPresent();
    return outcome == Outcome.DONE && isCommand && isOver ? OptionalInt.of(0) : OptionalInt.empty();
  }
}
