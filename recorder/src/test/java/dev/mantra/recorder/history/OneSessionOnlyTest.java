package dev.mantra.recorder.history;

import static dev.mantra.recorder.history.ToyHome.append;
import static dev.mantra.recorder.history.ToyHome.at;
import static dev.mantra.recorder.history.ToyHome.began;
import static dev.mantra.recorder.history.ToyHome.messages;
import static dev.mantra.recorder.history.ToyHome.reply;
import static dev.mantra.recorder.history.ToyHome.texts;
import static dev.mantra.recorder.history.ToyHome.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptLimits;
import dev.mantra.formats.transcript.TranscriptReader;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks and recordings: an entry is in one session only. */
final class OneSessionOnlyTest {

  private static final String ONE = "1b88a7a9-0000-4000-8000-000000000001";
  private static final String TWO = "2c99b8b0-0000-4000-8000-000000000002";

  @TempDir Path temp;
  private ToyHome home = new ToyHome(Path.of("/"), Path.of("/"));

  @BeforeEach
  void makeHome() throws IOException {
    home = ToyHome.in(temp);
  }

  @Test
  void whatAForkHasCopiedStaysWithTheConversationItCameFrom() throws IOException {
    home.write(ONE, user("1", "08:00:01", "hello"), reply("2", "08:00:02", "hi"));
    home.importAll();
    home.write(
        TWO,
        user("1", "08:00:01", "hello"),
        reply("2", "08:00:02", "hi"),
        user("3", "09:00:00", "another way"));
    home.importAll();
    assertEquals(List.of("another way"), texts(newest()));
    // Neither does the older one take up what the fork has in common with it when it goes on.
    append(home.file(ONE), user("4", "10:00:00", "go on"));
    home.importAll();
    assertEquals(List.of("hello", "hi", "go on"), texts(home.store().sessions().getLast()));
    assertEquals(2, home.store().sessions().size());
  }

  @Test
  void aForkInWhichNobodySaidAnythingMoreIsNoSession() throws IOException {
    home.write(ONE, user("1", "08:00:01", "hello"));
    home.importAll();
    home.write(TWO, user("1", "08:00:01", "hello"));
    assertEquals(List.of(new Outcome.Unchanged(), new Outcome.Empty()), home.importAll());
  }

  @Test
  void aConversationThatWasRecordedIsNoSecondSession() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("2", "08:00:02", "hi"));
    var recording = record(ONE, "08:00:00", 10, Files.readString(home.file(ONE)));
    assertEquals(List.of(new Outcome.Joined(recording.id(), 0)), home.importAll());
    assertEquals(1, home.store().sessions().size());
    assertInstanceOf(Outcome.Unchanged.class, home.importAll().getFirst());
    Files.delete(home.state().resolve("imports.jsonl"));
    assertEquals(List.of(new Outcome.Joined(recording.id(), 0)), home.importAll());
  }

  @Test
  void whatARecordingLacksIsAddedToItWithTheTimeAtWhichItWasSaid() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("2", "08:00:02", "hi"));
    var lines = Files.readString(home.file(ONE)).lines().toList();
    var recording = record(ONE, "08:00:00", 10, String.join("\n", lines.subList(0, 2)) + "\n");
    assertEquals(List.of(new Outcome.Joined(recording.id(), 1)), home.importAll());
    assertEquals(List.of("", "hello", "hi"), texts(newest()));
    var added = messages(newest()).getLast();
    assertEquals(at("08:00:02"), added.entry().time().orElseThrow());
    assertEquals(Duration.ofSeconds(10), newest().summary().duration());
    assertEquals(SessionState.FINISHED, newest().summary().state());
    assertEquals(2, newest().summary().end().orElseThrow().totals().messages());
    assertEquals(2, newest().summary().end().orElseThrow().totals().outputBytes());
    var original = added.entry().original().orElseThrow();
    var copy = Files.readString(newest().transcripts().resolve(original.file()));
    assertTrue(copy.substring((int) original.offset()).startsWith(lines.get(2)), copy);
  }

  @Test
  void whatWasSaidBeforeAndAfterARecordingIsASessionOfItsOwn() throws IOException {
    home.write(
        ONE,
        began("07:00:00"),
        user("0", "07:00:00", "early"),
        user("1", "08:00:01", "hello"),
        user("2", "09:00:00", "late"));
    var lines = Files.readString(home.file(ONE)).lines().toList();
    record(ONE, "08:00:00", 10, lines.get(0) + "\n" + lines.get(2) + "\n");
    var outcome = assertInstanceOf(Outcome.Imported.class, home.importAll().getFirst());
    assertEquals(2, outcome.messages());
    var own = home.store().existing(outcome.session()).orElseThrow();
    assertEquals(List.of("", "early", "late"), texts(own));
    assertInstanceOf(Outcome.Unchanged.class, home.importAll().getFirst());
    append(home.file(ONE), user("3", "10:00:00", "later"));
    assertInstanceOf(Outcome.Grown.class, home.importAll().getFirst());
    assertEquals(List.of("", "early", "late", "later"), texts(own));
    assertEquals(2, home.store().sessions().size());
  }

  @Test
  void anInterruptedRecordingIsLeftAsItIsAndNothingIsLost() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("2", "08:00:02", "hi"));
    var lines = Files.readString(home.file(ONE)).lines().toList();
    var recording = interrupted(ONE, "08:00:00", 10, lines.get(0) + "\n" + lines.get(1) + "\n");
    var before = recording.summary();
    var outcome = assertInstanceOf(Outcome.Imported.class, home.importAll().getFirst());
    assertEquals(List.of("", "hi"), texts(home.store().existing(outcome.session()).orElseThrow()));
    assertEquals(before, recording.summary());
  }

  @Test
  void aConversationThatIsBeingRecordedIsLeftForLater() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var id = SessionId.of(at("08:00:00"), "claude", 5);
    var live = home.store().create(id);
    try (var journal = JournalWriter.create(live.journal(), header(id, "08:00:00"))) {
      for (var event : events(ONE, live, Files.readString(home.file(ONE)))) {
        journal.append(event);
      }
      append(home.file(ONE), reply("2", "08:00:02", "hi"));
      assertEquals(List.of(new Outcome.Deferred(id)), home.importAll());
      journal.append(end(10));
    }
    home.store().finish(live);
    assertEquals(List.of(new Outcome.Joined(id, 1)), home.importAll());
    assertEquals(List.of("", "hello", "hi"), texts(live));
  }

  private Session newest() throws IOException {
    return home.store().sessions().getFirst();
  }

  private Session record(String conversation, String start, int seconds, String transcript)
      throws IOException {
    return recorded(conversation, start, transcript, List.of(end(seconds)));
  }

  private Session interrupted(String conversation, String start, int seconds, String transcript)
      throws IOException {
    var last = new Event.Output(seconds * 1_000_000_000L, Bytes.utf8("x"));
    return recorded(conversation, start, transcript, List.of(last));
  }

  /** A session in which these lines of the transcript were recorded while it was shown. */
  private Session recorded(String conversation, String start, String transcript, List<Event> rest)
      throws IOException {
    var id = SessionId.of(at(start), "claude", 5);
    var session = home.store().create(id);
    try (var journal = JournalWriter.create(session.journal(), header(id, start))) {
      var totals = Totals.NONE;
      for (var event : events(conversation, session, transcript)) {
        journal.append(event);
        totals = totals.plus(event);
      }
      for (var event : rest) {
        journal.append(
            event instanceof Event.End end
                ? new Event.End(end.at(), end.reason(), end.status(), totals)
                : event);
      }
    }
    home.store().finish(session);
    return session;
  }

  private static SessionHeader header(SessionId id, String start) {
    return SessionHeader.builder(id, at(start), "mantra test").build();
  }

  private static List<Event> events(String conversation, Session session, String transcript)
      throws IOException {
    try (var copy = session.openTranscript("claude-" + conversation + ".jsonl");
        var out = Channels.newOutputStream(copy)) {
      out.write(transcript.getBytes(StandardCharsets.UTF_8));
    }
    var events = new java.util.ArrayList<Event>();
    events.add(new Event.Output(0, Bytes.utf8("$ ")));
    var sink =
        new TranscriptSink() {
          @Override
          public void entry(dev.mantra.formats.event.Entry entry, TranscriptRecord record) {
            events.add(new Event.Message(1_000_000_000L, entry));
          }

          @Override
          public void unknown(String kind, TranscriptRecord record) {}

          @Override
          public void problem(String reason, TranscriptRecord record) {}
        };
    var parser = new ToyParser(TranscriptContext.of("/x.jsonl", conversation), sink);
    var reader = new TranscriptReader(parser::accept, (_, _) -> {}, TranscriptLimits.FRUGAL);
    var bytes = transcript.getBytes(StandardCharsets.UTF_8);
    reader.feed(bytes, 0, bytes.length);
    reader.finish();
    return events;
  }

  private static Event end(int seconds) {
    return new Event.End(
        seconds * 1_000_000_000L, EndReason.EXITED, OptionalInt.of(0), Totals.NONE);
  }
}
