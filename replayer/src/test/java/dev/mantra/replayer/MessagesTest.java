package dev.mantra.replayer;

import static dev.mantra.replayer.Recorded.MILLI;
import static dev.mantra.replayer.Recorded.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Change;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

  private static final WindowSize SIZE = new WindowSize(60, 6);

  /** Typed at 1.0 s; the reply is written down at 3 s and drawn at 3.4 s. */
  private static final List<Event> EVENTS =
      List.of(
          output(0, "$ "),
          Said.typed(800, "count the "),
          output(810, "count the "),
          Said.typed(900, "ships"),
          output(910, "ships"),
          Said.typed(1000, "\r"),
          output(1010, "\r\n"),
          Said.prompt(1020, "p1", "count the ships"),
          Said.call(2000, "c1", "Bash", "{\"command\":\"ls\"}"),
          Said.result(2400, "c1", "ship\nship"),
          Said.reply(3000, "r1", "I see **two** ships, and\nno `boat`."),
          output(3100, "\u001b[2JWorking..."),
          output(3400, "\r\n\u001b[1mI see two\u001b[0m ships,\r\n and no boat."),
          output(9000, "\u001b[2Jlater"));

  @TempDir Path folder;
  private Recorded recorded = new Recorded(Path.of("/"));

  @BeforeEach
  void store() {
    recorded = new Recorded(folder);
  }

  @Test
  void theScreenAtAMessageShowsIt() throws Exception {
    var session = recorded.session(SIZE, EVENTS);
    try (var replay = recorded.replay(session)) {
      assertEquals(1000 * MILLI, at(replay, new Position.Message(1)));
      assertTrue(screen(replay, new Position.Message(1)).contains("count the ships"));
      assertNear(3400 * MILLI, at(replay, new Position.Message(2)));
      assertTrue(screen(replay, new Position.Message(2)).contains("and no boat."));
      assertEquals(2400 * MILLI, at(replay, new Position.Step(1, 1)));
      assertEquals(1000 * MILLI, at(replay, new Position.Prompt(1)));
    }
  }

  @Test
  void aPromptThatIsDrawnAfterItWasSentIsLookedAtWhereItIsSeen() throws Exception {
    var session =
        recorded.session(
            SIZE,
            List.of(
                output(0, "> "),
                Said.typed(1000, "\u001b[200~a long story\u001b[201~"),
                output(1010, "[Pasted text #1]"),
                Said.typed(2000, "\r"),
                output(2300, "\u001b[2J> a long story"),
                Said.prompt(2100, "p1", "a long story"),
                output(9000, "\u001b[2J")));
    try (var replay = recorded.replay(session)) {
      var prompt = replay.messages().conversation().message(1).orElseThrow();
      assertEquals(2000 * MILLI, prompt.at());
      assertNear(2300 * MILLI, replay.messages().shownAt(prompt));
    }
  }

  @Test
  void aReplyWithoutATimeIsLookedForBeforeItWasRead() throws Exception {
    var reply = ((Event.Message) Said.reply(3000, "r1", "the answer")).entry();
    var timeless =
        new dev.mantra.formats.event.Entry(
            reply.agent(),
            reply.conversation(),
            reply.id(),
            reply.change(),
            reply.subAgent(),
            reply.kind(),
            reply.source(),
            reply.started(),
            Optional.empty(),
            reply.model(),
            reply.usage(),
            reply.blocks(),
            0,
            Optional.empty());
    var session =
        recorded.session(
            SIZE,
            List.of(
                output(1000, "hm"),
                output(2000, " the answer"),
                new Event.Message(3000 * MILLI, timeless),
                output(9000, "\u001b[2J")));
    try (var replay = recorded.replay(session)) {
      var message = replay.messages().conversation().message(1).orElseThrow();
      assertNear(2000 * MILLI, message.at());
    }
  }

  @Test
  void whatIsNeverDrawnKeepsItsMoment() throws Exception {
    var session =
        recorded.session(
            SIZE,
            List.of(
                output(0, "$ "),
                Said.reply(1000, "r1", "of this nothing is seen"),
                Said.reply(1500, "r2", "ok"),
                output(2000, "other")));
    try (var replay = recorded.replay(session)) {
      assertEquals(1000 * MILLI, at(replay, new Position.Message(1)));
      assertEquals(1500 * MILLI, at(replay, new Position.Message(2)));
    }
  }

  /** A reply that begins at 2 s and is interrupted at 4 s, when not all of it is drawn. */
  private static List<Event> cut(String bullet) {
    return List.of(
        output(0, "\u001b[2J\u001b[H" + bullet + " Hello.\r\n> a story"),
        Said.prompt(1000, "p1", "a story"),
        output(
            2000,
            "\r\n"
                + bullet
                + " Once upon a time there was a harbour that had no ships at\r\n  all."),
        output(3000, "\r\n\r\n  But one"),
        output(4050, " day\r\n  \u23bf  Interrupted\r\n> "),
        Said.entry(
            4000, "i1", Kind.SYSTEM, Change.ADDED, new Block.Text("[Request interrupted by user]")),
        output(9000, "\u001b[2J\u001b[Hlater"));
  }

  @Test
  void aReplyThatWasCutOffIsTakenFromTheScreen() throws Exception {
    for (var bullet : List.of("\u25cf", "\u23fa", "\u2022", "\u2726")) {
      var session = recorded.session(new WindowSize(60, 12), cut(bullet));
      try (var replay = recorded.replay(session)) {
        var reply = replay.messages().conversation().message(2).orElseThrow();
        assertEquals(Source.SHOWN, reply.outline().source());
        assertEquals(
            "Once upon a time there was a harbour that had no ships at all.\n\nBut one day",
            replay.messages().read(reply).text());
        assertNear(4050 * MILLI, reply.at());
        assertTrue(screen(replay, new Position.Message(2)).contains("But one day"));
      }
      try (var replay = recorded.replay(session)) {
        assertEquals(2, replay.messages().conversation().messages().size());
      }
    }
  }

  @Test
  void whatWasThereBeforeOrIsInTheTranscriptIsNoReplyThatWasCutOff() throws Exception {
    var nothing = new ArrayList<>(cut("\u25cf"));
    nothing.subList(2, 5).clear();
    var kept = new ArrayList<>(cut("\u25cf"));
    kept.add(5, Said.reply(3990, "r1", "Once upon a time there was a harbour that had no ships"));
    for (var events : List.of(nothing, kept)) {
      var session = recorded.session(new WindowSize(60, 12), events);
      try (var replay = recorded.replay(session)) {
        assertTrue(
            replay.messages().conversation().messages().stream()
                .noneMatch(message -> message.outline().source() == Source.SHOWN));
      }
    }
  }

  @Test
  void aReplyThatIsLongerThanTheScreenIsTakenFromAboveIt() throws Exception {
    var session = recorded.session(new WindowSize(60, 5), cut("\u2022"));
    try (var replay = recorded.replay(session)) {
      var reply = replay.messages().conversation().message(2).orElseThrow();
      assertTrue(replay.messages().read(reply).text().startsWith("Once upon a time"));
    }
  }

  /** A text that is typed while the agent shows one thing, and another once Enter was pressed. */
  private static List<Event> typedBetween(String before, String after) {
    return List.of(
        output(0, "> a story"),
        Said.prompt(1000, "p1", "a story"),
        output(2000, "\u001b[2J\u001b[H" + before),
        Said.typed(3000, "and a second one"),
        Said.typed(3400, "\r"),
        output(3410, after),
        Said.reply(6000, "r1", "Once upon a time"),
        output(9000, "\u001b[2J\u001b[Hlater"));
  }

  @Test
  void aTextThatAMenuSwallowedIsNoPrompt() throws Exception {
    var session =
        recorded.session(
            SIZE, typedBetween("Run it where?\r\n> 1. Here\r\n  2. There", "\u001b[2JHere."));
    for (int time = 0; time < 2; time++) {
      assertEquals(List.of("a story", "Once upon a time"), texts(session));
    }
  }

  @Test
  void aTextThatTheAgentsInputShowsIsAPromptThoughItIsNeverTakenUp() throws Exception {
    for (var events :
        List.of(
            typedBetween("> and a sec\r\n  ond one", "\u001b[2J"),
            typedBetween("> [Pasted text #1]", "\u001b[2J"),
            typedBetween("> ", "\u001b[2Jqueued: and a second one"))) {
      var session = recorded.session(SIZE, events);
      assertEquals(List.of("a story", "and a second one", "Once upon a time"), texts(session));
    }
  }

  @Test
  void aSessionWithoutAScreenNeedsNone() throws Exception {
    var session = recorded.session(Said.prompt(1000, "p1", "hello"), Said.reply(2000, "r1", "hi"));
    try (var replay = recorded.replay(session)) {
      assertEquals(2, replay.messages().conversation().messages().size());
    }
    assertEquals(List.of("messages"), kinds());
  }

  @Test
  void whatWasSaidIsReadInFull() throws Exception {
    var text = "a long story ".repeat(10_000);
    var session =
        recorded.session(
            Said.prompt(1000, "p1", text),
            Said.call(2000, "c1", "Bash", "{\"command\":\"ls\"}"),
            output(2100, "noise"),
            Said.result(3000, "c1", text));
    try (var replay = recorded.replay(session)) {
      var messages = replay.messages();
      var entries = messages.conversation().entries();
      assertEquals(text, messages.read(entries.get(0)).text());
      var call = messages.read(entries.get(1));
      assertEquals(2, call.blocks().size());
      assertEquals(text, ((Block.Result) call.blocks().getLast()).output());
      assertEquals(Recorded.START.plusMillis(3000), call.time().orElseThrow());
    }
  }

  @Test
  void messagesAreFoundOnceAndThenKept() throws Exception {
    var session = recorded.session(SIZE, EVENTS);
    var first = told(session);
    var file = recorded.derived("messages");
    var made = Files.getLastModifiedTime(file);
    assertEquals(first, told(session));
    assertEquals(made, Files.getLastModifiedTime(file));
  }

  @Test
  void aDamagedFileOfTheCacheIsMadeAnew() throws Exception {
    var session = recorded.session(SIZE, EVENTS);
    var told = told(session);
    var file = recorded.derived("messages");
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 7) {
      var damaged = bytes.clone();
      damaged[at] ^= 0x55;
      Files.write(file, damaged);
      assertEquals(told, told(session), "damage at " + at);
    }
  }

  @Test
  void withoutACacheItIsTheSame() throws Exception {
    var session = recorded.session(SIZE, EVENTS);
    try (var replay = Replay.open(session, Optional.empty(), ReplayOptions.STANDARD)) {
      assertEquals(told(session), told(replay));
    }
  }

  @Test
  void aShellsCommandsAreMessagesThatAreKeptAndCanBeRead() throws Exception {
    var line = "echo " + "ship ".repeat(100).strip();
    var session =
        recorded.session(
            SIZE,
            List.of(
                output(0, "\u001b]133;A\u0007$ \u001b]133;B\u0007"),
                Said.typed(900, line),
                Said.typed(1000, "\r"),
                output(1010, "\u001b]133;C\u0007ship\r\n\u001b]133;D;1\u0007")));
    try (var made = recorded.replay(session);
        var kept = recorded.replay(session)) {
      assertEquals(told(made), told(kept));
      var message = kept.messages().conversation().messages().getFirst();
      assertEquals(line, kept.messages().read(message).text());
      assertEquals(1000 * MILLI, at(kept, new Position.Message(1)));
      assertEquals(1, message.outline().tool().exitCode().getAsInt());
    }
  }

  @Test
  void whatIsKeptGrowsWithTheSession() throws Exception {
    for (int cut = 1; cut < EVENTS.size(); cut++) {
      try (var open = recorded.begin(SIZE)) {
        open.journal().append(EVENTS.subList(0, cut));
        var early = told(open.session());
        open.journal().append(EVENTS.subList(cut, EVENTS.size()));
        var session = open.finish(10_000 * MILLI);
        var late = told(session);
        Replay.forget(recorded.cache(), session.id());
        assertEquals(told(session), late, "cut before event " + cut);
        assertNotEquals("", late + early);
      }
    }
  }

  @Test
  void ofASessionThatGrowsOnlyWhatIsNewIsRead() throws Exception {
    var events = new ArrayList<Event>();
    for (int i = 0; i < 2000; i++) {
      events.add(Said.reply(i, "r" + i, "word ".repeat(200)));
    }
    try (var open = recorded.begin(SIZE)) {
      open.journal().append(events);
      told(open.session());
      open.journal().append(List.of(Said.reply(3000, "last", "goodbye")));
      var read = new ArrayList<Long>();
      var options = ReplayOptions.STANDARD.withProgress((bytes, of) -> read.add(bytes));
      try (var replay = Replay.open(open.session(), Optional.of(recorded.cache()), options)) {
        assertEquals(2001, replay.messages().conversation().messages().size());
      }
      assertTrue(read.size() <= 1, "reports of a whole megabyte each: " + read);
    }
  }

  private List<String> texts(Session session) throws IOException {
    try (var replay = recorded.replay(session)) {
      return replay.messages().conversation().messages().stream()
          .map(message -> message.outline().text().head())
          .toList();
    }
  }

  private String told(Session session) throws IOException {
    try (var replay = recorded.replay(session)) {
      return told(replay);
    }
  }

  private static String told(Replay replay) throws IOException {
    var messages = replay.messages();
    var told = new ArrayList<String>();
    for (var entry : messages.conversation().entries()) {
      told.add(told(entry) + " " + messages.shownAt(entry) + " " + messages.read(entry).text());
    }
    return String.join("\n", told);
  }

  private static String told(NumberedEntry entry) {
    return entry.number() + " " + entry.at() + " " + entry.outline();
  }

  /** A moment of the screen is known to a refresh of a display. */
  private static void assertNear(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) <= 20 * MILLI, expected + " and " + actual);
  }

  private static long at(Replay replay, Position position) throws Exception {
    return replay.timeline().resolve(position);
  }

  private static String screen(Replay replay, Position position) throws Exception {
    return replay.screenAt(at(replay, position)).text();
  }

  private List<String> kinds() throws IOException {
    try (var files = Files.list(recorded.cache())) {
      return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }
}
