package dev.mantra.cli;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is said in sessions that start at {@link TestSessions#START}; times are in seconds. */
final class TestMessages {

  private static final long SECOND = 1_000_000_000L;

  private TestMessages() {}

  /** A conversation of everything that a conversation can have. */
  static List<Event> everything() {
    return List.of(
        of(
            0,
            "b",
            Kind.SYSTEM,
            new Block.Began(
                "/home/ada/.claude/x.jsonl", "/home/ada/shop", "2.1", Optional.of("c-0"))),
        new Event.Output(SECOND / 2, Bytes.utf8("> ")),
        new Event.Input(SECOND, Bytes.utf8("count the ships\r")),
        new Event.Output(SECOND, Bytes.utf8("count the ships\r\n")),
        of(1, "p1", Kind.USER, new Block.Text("count the ships")),
        of(2, "t1", Kind.THINKING, new Block.Text("Where are they?")),
        of(3, "c1", Kind.TOOL, new Block.Call("c1", "Bash", "{\"command\":\"ls ships\"}")),
        extended(
            4, "c1", new Block.Result("c1", Outcome.FAILED, "no such folder", OptionalInt.of(2))),
        of(
            5,
            "c2",
            Kind.TOOL,
            new Block.Call("c2", "Write", "{\"file_path\":\"a.txt\",\"content\":\"x\"}")),
        extended(
            6,
            "c2",
            new Block.Result("c2", Outcome.DONE, "written", OptionalInt.empty()),
            new Block.Edit(
                "a.txt",
                Block.Edit.Kind.ADDED,
                Optional.empty(),
                Optional.of("@@ -0,0 +1 @@\n+x\n"),
                Optional.empty(),
                Optional.of("x\n"))),
        bySubAgent(7, "s1", "c2", "I was asked to look"),
        of(
            8,
            "r1",
            Kind.ASSISTANT,
            new Block.Text("There are three:\n\n1. \u9727\n2. Tom\n3. Meg")),
        new Event.Output(8 * SECOND, Bytes.utf8("1. Tom\r\n2. Meg 3. Meg\r\n")),
        of(9, "p2", Kind.USER, new Block.Text("and the boats?")),
        of(10, "r2", Kind.ASSISTANT, new Block.Text("None.")),
        of(11, "w", Kind.SYSTEM, new Block.Rewound("r1")),
        of(12, "p3", Kind.USER, new Block.Text("thank you"), new Block.Image("image/png", 1234)),
        of(13, "u", Kind.UNKNOWN, new Block.Text("odd")),
        of(14, "n", Kind.SUMMARY, new Block.Titled("Counting ships")),
        TestSessions.end(20 * SECOND, 0));
  }

  static Event of(double second, String id, Kind kind, Block... blocks) {
    return entry(second, id, kind, Change.ADDED, Optional.empty(), blocks);
  }

  static Event extended(double second, String id, Block... blocks) {
    return entry(second, id, Kind.TOOL, Change.EXTENDED, Optional.empty(), blocks);
  }

  static Event bySubAgent(double second, String id, String call, String text) {
    var from = Optional.of(new SubAgent("a7", call));
    return entry(second, id, Kind.ASSISTANT, Change.ADDED, from, new Block.Text(text));
  }

  private static Event entry(
      double second,
      String id,
      Kind kind,
      Change change,
      Optional<SubAgent> subAgent,
      Block... blocks) {
    boolean isReply = kind == Kind.ASSISTANT;
    return new Event.Message(
        nanos(second + 0.25),
        new Entry(
            "claude",
            "c-1",
            id,
            change,
            subAgent,
            kind,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.of(TestSessions.START.plusNanos(nanos(second))),
            isReply ? Optional.of("opus") : Optional.empty(),
            isReply ? new Usage(5, 100, 20, 30, 4) : Usage.NONE,
            List.of(blocks),
            0,
            Optional.empty()));
  }

  private static long nanos(double second) {
    return Math.round(second * 1000) * 1_000_000L;
  }
}
