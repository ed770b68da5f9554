package dev.mantra.replayer;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.EntryOutline;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is said in sessions that start at {@link Recorded#START}; times are in milliseconds. */
public final class Said {

  /** An agent's transcript is read so long after something was written there. */
  private static final long DELAY = 150;

  private Said() {}

  public static Event prompt(long millis, String id, String text) {
    return entry(millis, id, Kind.USER, Change.ADDED, new Block.Text(text));
  }

  public static Event reply(long millis, String id, String text) {
    return entry(millis, id, Kind.ASSISTANT, Change.ADDED, new Block.Text(text));
  }

  public static Event call(long millis, String id, String tool, String input) {
    return entry(millis, id, Kind.TOOL, Change.ADDED, new Block.Call(id, tool, input));
  }

  public static Event result(long millis, String call, String output) {
    var outcome = Block.Result.Outcome.DONE;
    return entry(
        millis,
        call,
        Kind.TOOL,
        Change.EXTENDED,
        new Block.Result(call, outcome, output, OptionalInt.of(0)));
  }

  public static Event thinking(long millis, String id) {
    return entry(millis, id, Kind.THINKING, Change.ADDED, new Block.Text("Let me see."));
  }

  public static Event typed(long millis, String keys) {
    return new Event.Input(millis * Recorded.MILLI, Bytes.utf8(keys));
  }

  public static Event entry(long millis, String id, Kind kind, Change change, Block... blocks) {
    return new Event.Message(
        (millis + DELAY) * Recorded.MILLI,
        new Entry(
            "claude",
            "c-1",
            id,
            change,
            Optional.empty(),
            kind,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.of(Recorded.START.plusMillis(millis)),
            kind == Kind.ASSISTANT ? Optional.of("opus") : Optional.empty(),
            kind == Kind.ASSISTANT ? new Usage(5, 100, 20, 30, 0) : Usage.NONE,
            List.of(blocks),
            0,
            Optional.empty()));
  }

  /** A step, a prompt with two steps, a reply, and another prompt: at seconds 0 to 5. */
  static Conversation conversation() {
    return Conversation.of(
        header(),
        List.of(
                thinking(0, "t0"),
                prompt(1000, "p1", "count the ships"),
                thinking(2000, "t1"),
                call(3000, "c1", "Bash", "{}"),
                reply(4000, "r1", "three"),
                prompt(5000, "p2", "and the boats"))
            .stream()
            .map(event -> EntryOutline.of((Event.Message) event))
            .toList());
  }

  private static SessionHeader header() {
    var id = SessionId.of(Recorded.START, "claude", 1);
    return SessionHeader.builder(id, Recorded.START, "mantra test").build();
  }
}
