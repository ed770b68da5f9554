package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** An entry to be made up: at a second of the session, read a fifth of a second later. */
record Told(
    String conversation,
    String id,
    Kind kind,
    double second,
    double read,
    Change change,
    Optional<SubAgent> subAgent,
    boolean hasTime,
    Usage usage,
    List<Block> blocks) {

  static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  static final SessionHeader HEADER =
      SessionHeader.builder(new SessionId("20261121T040000Z-claude-bcdfgh"), START, "test").build();
  static final SessionHeader IMPORTED =
      SessionHeader.builder(HEADER.id(), START, "test")
          .origin(new SessionHeader.Origin("claude", "/x", "00", Bytes.EMPTY))
          .build();

  static Told prompt(String id, double second, String text) {
    return of(id, Kind.USER, second, new Block.Text(text));
  }

  static Told reply(String id, double second, String text) {
    return of(id, Kind.ASSISTANT, second, new Block.Text(text));
  }

  static Told thinking(String id, double second) {
    return of(id, Kind.THINKING, second, new Block.Text("hm"));
  }

  static Told call(String id, double second, String input) {
    return of(id, Kind.TOOL, second, new Block.Call(id, "Bash", input));
  }

  static Told result(String call, double second, String output) {
    return of(
            call,
            Kind.TOOL,
            second,
            new Block.Result(call, Block.Result.Outcome.DONE, output, OptionalInt.of(0)))
        .with(Change.EXTENDED);
  }

  static Told rewound(String id, double second, String last) {
    return of(id, Kind.SYSTEM, second, new Block.Rewound(last));
  }

  static Told of(String id, Kind kind, double second, Block... blocks) {
    return new Told(
        "c-1",
        id,
        kind,
        second,
        second + 0.2,
        Change.ADDED,
        Optional.empty(),
        true,
        Usage.NONE,
        List.of(blocks));
  }

  Told in(String other) {
    return new Told(other, id, kind, second, read, change, subAgent, hasTime, usage, blocks);
  }

  Told with(Change other) {
    return new Told(conversation, id, kind, second, read, other, subAgent, hasTime, usage, blocks);
  }

  Told with(Usage tokens) {
    return new Told(
        conversation, id, kind, second, read, change, subAgent, hasTime, tokens, blocks);
  }

  Told by(String agent, String call) {
    var from = Optional.of(new SubAgent(agent, call));
    return new Told(conversation, id, kind, second, read, change, from, hasTime, usage, blocks);
  }

  Told readAt(double when) {
    return new Told(conversation, id, kind, second, when, change, subAgent, hasTime, usage, blocks);
  }

  Told withoutTime() {
    return new Told(conversation, id, kind, second, read, change, subAgent, false, usage, blocks);
  }

  Event.Message event() {
    return new Event.Message(
        nanos(read),
        new Entry(
            "claude",
            conversation,
            id,
            change,
            subAgent,
            kind,
            Source.TRANSCRIPT,
            Optional.empty(),
            hasTime ? Optional.of(START.plusNanos(nanos(second))) : Optional.empty(),
            kind == Kind.ASSISTANT ? Optional.of("opus") : Optional.empty(),
            usage,
            blocks,
            0,
            Optional.empty()));
  }

  EntryOutline outline() {
    return EntryOutline.of(event());
  }

  static TypedLine typed(double second, String text) {
    return new TypedLine(nanos(second), text, TypedLine.Accuracy.EXACT);
  }

  static TypedLine guessed(double second, String text) {
    return new TypedLine(nanos(second), text, TypedLine.Accuracy.GUESSED);
  }

  static long nanos(double second) {
    return Math.round(second * 1000) * 1_000_000L;
  }

  static Conversation conversation(Object... toldOrTyped) {
    return conversation(HEADER, toldOrTyped);
  }

  static Conversation conversation(SessionHeader header, Object... toldOrTyped) {
    var facts = new ArrayList<Fact>();
    for (var each : toldOrTyped) {
      facts.add(each instanceof Told told ? told.outline() : (TypedLine) each);
    }
    return Conversation.of(header, facts);
  }

  /** For example {@code 1=p1 1.1=t1 2=r1}. */
  static String numbers(Conversation conversation) {
    return conversation.entries().stream()
        .map(entry -> entry.number() + "=" + entry.outline().id())
        .collect(Collectors.joining(" "));
  }
}
