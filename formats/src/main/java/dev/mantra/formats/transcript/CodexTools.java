package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Edit;
import dev.mantra.formats.event.Block.Result;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Calls of tools and what came of them.
 *
 * <p>The end of a call stands twice since 0.169: as an event, which knows the exit status and the
 * files, and then as what the model is told. The event comes first and is taken; where there is
 * none, the text for the model has to say it all.
 */
final class CodexTools {

  /** More calls are not open at once; of an older one only the patch is forgotten. */
  private static final int OPEN = 64;

  private static final Set<String> SPAWNS = Set.of("spawn_agent", "spawnAgent");

  private final CodexTeller teller;
  private final CodexThreads threads;
  private final Map<String, Open> open = new LinkedHashMap<>();

  /**
   * A call that has no end yet.
   *
   * @param isAsked whether the person is asked to allow it
   * @param edits what it will have done to files if it works
   * @param isEnded whether its end was told already
   */
  private record Open(String name, boolean isAsked, List<Edit> edits, boolean isEnded) {

    Open ended() {
      return new Open(name, isAsked, List.of(), true);
    }

    Open edited() {
      return new Open(name, isAsked, List.of(), isEnded);
    }
  }

  CodexTools(CodexTeller teller, CodexThreads threads) {
    this.teller = teller;
    this.threads = threads;
  }

  /** A tool is called. */
  void called(String name, String input, CodexRecord record) {
    var call = callId(record);
    boolean isAsked =
        input.contains("require_escalated")
            || input.contains("\"with_escalated_permissions\":true");
    open.put(call, new Open(name, isAsked, CodexEdits.promised(input), false));
    if (open.size() > OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    tellCall(call, name, input, record);
  }

  /** A tool was called that has its end in the same record. */
  void calledAndEnded(String name, String input, Optional<Block> more, CodexRecord record) {
    var call = callId(record);
    var entry = entry(call).add(new Block.Call(call, name, input));
    more.ifPresent(entry::add);
    entry.add(new Result(call, Result.Outcome.DONE, "", OptionalInt.empty()));
    teller.tell(entry, record);
  }

  /** The model is told what came of a call. */
  void answered(CodexRecord record) {
    var call = record.payload().text("call_id");
    var known = open.getOrDefault(call, new Open("", false, List.of(), false));
    open.remove(call);
    var output = CodexOutput.of(record.payload().get("output"), known.isAsked);
    if (SPAWNS.contains(known.name)) {
      spawned(call, output.text());
    }
    if (!known.isEnded) {
      var entry = entry(call).change(Change.EXTENDED).omitted(record.place().omitted());
      entry.add(output.toResult(call));
      if (output.outcome() == Result.Outcome.DONE) {
        known.edits.forEach(entry::add);
      }
      teller.tell(entry, record);
    }
  }

  /** A command has run to its end. */
  void executed(CodexExecution done, CodexRecord record) {
    var known = Optional.ofNullable(open.get(done.call()));
    var entry =
        entry(done.call())
            .change(Change.EXTENDED)
            .time(done.completed())
            .omitted(record.place().omitted())
            .add(done.result());
    if (done.result().outcome() == Result.Outcome.DONE) {
      known.ifPresent(call -> call.edits.forEach(entry::add));
    }
    known.ifPresent(call -> open.put(done.call(), call.ended()));
    teller.tell(entry.build(), record);
  }

  /** Files were changed, or were not because it failed. */
  void changed(Json event, Json item, CodexRecord record) {
    var call = item.text("id").isEmpty() ? item.text("call_id") : item.text("id");
    var known = Optional.ofNullable(open.get(call));
    known.ifPresent(one -> open.put(call, one.edited()));
    boolean isDone = item.text("status").equals("completed") || item.get("success").isTrue();
    if (!isDone) {
      return;
    }
    var entry =
        entry(call)
            .change(Change.EXTENDED)
            .omitted(record.place().omitted())
            .time(Times.ofMillis(event.get("completed_at_ms")).or(record::time));
    item.get("changes")
        .entries()
        .forEach((path, change) -> entry.add(CodexEdits.made(path, change)));
    teller.tell(entry.build(), record);
  }

  private EntryBuilder entry(String call) {
    return teller.replied(call, Kind.TOOL);
  }

  private void tellCall(String call, String name, String input, CodexRecord record) {
    var entry = entry(call).started(record.time()).omitted(record.place().omitted());
    teller.tell(entry.add(new Block.Call(call, name, input)), record);
  }

  private void spawned(String call, String output) {
    // What is no JSON are words about why there is no agent.
    Json.lenient(Bytes.utf8(output))
        .ifPresent(json -> threads.started(json.text("agent_id"), call));
  }

  private static String callId(CodexRecord record) {
    var call = record.payload().text("call_id");
    return call.isEmpty() ? record.id() : call;
  }
}
