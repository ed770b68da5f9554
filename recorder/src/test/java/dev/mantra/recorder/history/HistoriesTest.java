package dev.mantra.recorder.history;

import static dev.mantra.recorder.history.ToyHome.append;
import static dev.mantra.recorder.history.ToyHome.at;
import static dev.mantra.recorder.history.ToyHome.began;
import static dev.mantra.recorder.history.ToyHome.messages;
import static dev.mantra.recorder.history.ToyHome.reply;
import static dev.mantra.recorder.history.ToyHome.texts;
import static dev.mantra.recorder.history.ToyHome.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoriesTest {

  private static final String ONE = "1b88a7a9-0000-4000-8000-000000000001";
  private static final String TWO = "2c99b8b0-0000-4000-8000-000000000002";

  /** More than are waited for one by one. */
  private static final int MANY = 24;

  @TempDir Path temp;
  private ToyHome home = new ToyHome(Path.of("/"), Path.of("/"));

  @BeforeEach
  void makeHome() throws IOException {
    home = ToyHome.in(temp);
  }

  @Test
  void theIndexSaysThatSessionsAreThereOnceTheDiskHasThem() throws IOException {
    manyConversations();
    var index = home.state().resolve("imports.jsonl");
    var forced = new ArrayList<Integer>();
    home.histories(
            folder -> {
              assertEquals(home.store().folder(), folder);
              assertTrue(Files.notExists(index), "the index is written behind what it tells of");
              forced.add(home.store().sessions().size());
              return true;
            })
        .run(home.all(), ToyHome.listener(new ArrayList<>()));
    assertEquals(List.of(MANY), forced);
    var sessions = Files.readAllLines(index).stream().filter(line -> line.contains("holds"));
    assertEquals(MANY, sessions.count());
  }

  @Test
  void nothingIsSaidToBeImportedWhenTheDiskFails() throws IOException {
    manyConversations();
    var full = new IOException("the disk is broken");
    var histories =
        home.histories(
            _ -> {
              throw full;
            });
    var all = home.all();
    var listener = ToyHome.listener(new ArrayList<>());
    assertSame(full, assertThrows(IOException.class, () -> histories.run(all, listener)));
    assertTrue(Files.notExists(home.state().resolve("imports.jsonl")));
  }

  @Test
  void conversationsAreToldOfInTheirOrderWhicheverIsDoneFirst() throws IOException {
    var ids = manyConversations();
    var told = new ArrayList<String>();
    var listener =
        new Histories.Listener() {
          @Override
          public void found(int conversations, long bytes) {
            assertEquals(MANY, conversations);
          }

          @Override
          public void read(long bytes) {
            assertTrue(bytes > 0);
          }

          @Override
          public void done(Outcome.Source source, Outcome outcome) {
            told.add(source.id());
          }
        };
    home.histories().run(home.all(), listener);
    assertEquals(ids, told);
  }

  /** The first ones take longest. */
  private List<String> manyConversations() throws IOException {
    var ids = new ArrayList<String>();
    for (int number = 0; number < MANY; number++) {
      var id = "1b88a7a9-0000-4000-8000-0000000001%02d".formatted(number);
      var said = "hello ".repeat((MANY - number) * 500);
      home.write(
          id, began("08:00:00"), user("a" + number, "08:00:01", said), reply("b", "08:00:03", "x"));
      ids.add(id);
    }
    return ids;
  }

  @Test
  void aConversationBecomesASessionThatBeginsWithItsFirstRecord() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("2", "08:00:03", "hi"));
    var outcome = assertInstanceOf(Outcome.Imported.class, importAll().getFirst());
    assertEquals(2, outcome.messages());
    var session = only();
    assertEquals(outcome.session(), session.id());
    assertTrue(session.id().value().startsWith("20261121T080000Z-claude-"), session.id()::value);
    var summary = session.summary();
    assertEquals(SessionState.IMPORTED, summary.state());
    assertEquals(at("08:00:00"), summary.header().startedAt());
    assertEquals("/home/ada/shop", summary.header().folder().toUtf8());
    assertEquals("claude-transcript", summary.header().origin().orElseThrow().format());
    assertEquals(Duration.ofSeconds(3), summary.duration());
    assertEquals(List.of("", "hello", "hi"), texts(session));
  }

  @Test
  void importingAgainChangesNothing() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    var before = only().summary();
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
    Files.delete(home.state().resolve("imports.jsonl"));
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
    assertEquals(before, only().summary());
  }

  @Test
  void theCopyIsTheFileByteForByteAndEntriesPointIntoIt() throws IOException {
    var file = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"), "{ torn");
    importAll();
    var copy = only().transcripts().resolve("claude-" + ONE + ".jsonl");
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy));
    var original = messages(only()).get(1).entry().original().orElseThrow();
    assertEquals(copy.getFileName().toString(), original.file());
    var bytes = Files.readString(copy).substring((int) original.offset());
    assertEquals(user("1", "08:00:01", "hello"), bytes.substring(0, (int) original.length()));
  }

  @Test
  void whatWasAddedToAFileIsAddedToItsSessionAndWhatPeopleSaidOfItStays() throws IOException {
    var file = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    var session = only();
    session.annotate(new Annotations.Entry.Tag("dear"));
    session.annotate(new Annotations.Entry.Marked(1_000_000_000L, "here"));
    append(file, reply("2", "08:00:03", "hi"), user("3", "09:00:00", "more"));
    var grown = assertInstanceOf(Outcome.Grown.class, importAll().getFirst());
    assertEquals(2, grown.messages());
    assertEquals(session.id(), only().id());
    assertEquals(List.of("", "hello", "hi", "more"), texts(only()));
    assertEquals(at("08:00:00"), only().summary().header().startedAt());
    assertEquals(java.util.Set.of("dear"), only().annotations().tags());
    assertEquals(1, only().annotations().marks().size());
    assertArrayEquals(
        Files.readAllBytes(file),
        Files.readAllBytes(only().transcripts().resolve("claude-" + ONE + ".jsonl")));
  }

  @Test
  void aSessionOutlivesTheFileItCameFrom() throws IOException {
    var file = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    home.write(TWO, began("09:00:00"), user("8", "09:00:01", "other"));
    importAll();
    Files.delete(file);
    assertEquals(1, importAll().size());
    assertEquals(2, home.store().sessions().size());
  }

  @Test
  void aFileThatWasWrittenAnewLosesNothingOfWhatItSaidBefore() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), user("2", "08:00:02", "gone"));
    importAll();
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("3", "08:00:03", "hi"));
    assertInstanceOf(Outcome.Grown.class, importAll().getFirst());
    assertEquals(List.of("", "hello", "gone", "hi"), texts(only()));
    assertEquals(List.of("claude-" + ONE + ".jsonl", "claude-" + ONE + "~2.jsonl"), copies());
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
  }

  @Test
  void anOlderCopyIsNotKeptWhenTheNewerOneSaysAllThatItSays() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello you"), reply("3", "08:00:03", "hi"));
    importAll();
    assertEquals(List.of("", "hello you", "hi"), texts(only()));
    assertEquals(List.of("claude-" + ONE + "~2.jsonl"), copies());
    append(home.file(ONE), user("4", "08:00:04", "ok"));
    importAll();
    assertEquals(List.of("", "hello you", "hi", "ok"), texts(only()));
    assertEquals(List.of("claude-" + ONE + "~2.jsonl"), copies());
  }

  @Test
  void subAgentsBelongToTheirConversationAndStandInTheOrderOfTime() throws IOException {
    home.write(
        ONE, began("08:00:00"), user("1", "08:00:01", "hello"), reply("2", "08:00:05", "done"));
    var folder = Files.createDirectories(home.project().resolve(ONE + "/subagents"));
    Files.writeString(
        folder.resolve("agent-ae654bafb932133c7.jsonl"),
        user("a", "08:00:02", "look") + "\n" + reply("b", "08:00:04", "seen") + "\n");
    Files.writeString(
        folder.resolve("agent-ae654bafb932133c7.meta.json"), "{\"toolUseId\":\"toolu_7\"}");
    assertEquals(1, importAll().size());
    assertEquals(List.of("", "hello", "look", "seen", "done"), texts(only()));
    var agent = messages(only()).get(2).entry().subAgent().orElseThrow();
    assertEquals("ae654bafb932133c7", agent.id());
    assertEquals("toolu_7", agent.call());
    assertEquals(2, only().summary().end().orElseThrow().totals().messages());
  }

  @Test
  void aSubAgentsFileThatIsGoneStaysInTheSession() throws IOException {
    var main = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var folder = Files.createDirectories(home.project().resolve(ONE + "/subagents"));
    var agent = folder.resolve("agent-ae654bafb932133c7.jsonl");
    Files.writeString(agent, user("a", "08:00:02", "look") + "\n");
    importAll();
    Files.delete(agent);
    append(main, reply("2", "08:00:05", "done"));
    importAll();
    assertEquals(List.of("", "hello", "look", "done"), texts(only()));
    assertTrue(messages(only()).get(2).entry().subAgent().isPresent());
  }

  @Test
  void aMovedHomeIsKnownAgain() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    home.moveTo("elsewhere");
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
    assertEquals(1, home.store().sessions().size());
  }

  @Test
  void aCopyOfAHomeAddsNothingButWhatIsNewInIt() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    var copy = Files.createDirectories(temp.resolve("backup/.claude/projects/-home-ada-shop"));
    var file = Files.copy(home.file(ONE), copy.resolve(ONE + ".jsonl"));
    assertInstanceOf(Outcome.Unchanged.class, importNamed(temp.resolve("backup")).getFirst());
    append(file, reply("2", "08:00:03", "hi"));
    assertInstanceOf(Outcome.Grown.class, importNamed(temp.resolve("backup")).getFirst());
    // The home's own file is a part of what is known by now.
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
    assertEquals(List.of("", "hello", "hi"), texts(only()));
  }

  @Test
  void theSameConversationInTwoPlacesHasOneCopy() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var copy = Files.createDirectories(temp.resolve("home/backup/-home-ada-shop"));
    Files.copy(home.file(ONE), copy.resolve(ONE + ".jsonl"));
    append(home.file(ONE), reply("2", "08:00:03", "hi"));
    assertInstanceOf(Outcome.Imported.class, importNamed(temp.resolve("home")).getFirst());
    assertEquals(List.of("", "hello", "hi"), texts(only()));
    assertEquals(List.of("claude-" + ONE + ".jsonl"), copies());
  }

  @Test
  void whatTwoFilesOfAConversationTellIsToldOnce() throws IOException {
    home.write(ONE, user("1", "08:00:01", "hello"), user("2", "08:00:02", "one way"));
    var other = Files.createDirectories(temp.resolve("home/backup/-home-ada-shop"));
    Files.writeString(
        other.resolve(ONE + ".jsonl"),
        user("1", "08:00:01", "hello") + "\n" + user("3", "08:00:03", "another way") + "\n");
    importNamed(temp.resolve("home"));
    assertEquals(List.of("hello", "one way", "another way"), texts(only()));
    assertInstanceOf(Outcome.Unchanged.class, importNamed(temp.resolve("home")).getFirst());
  }

  @Test
  void aDeletedSessionComesBackOnlyWhenItIsAskedForByName() throws IOException {
    var file = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    importAll();
    home.store().delete(only());
    assertInstanceOf(Outcome.Deleted.class, importAll().getFirst());
    append(file, reply("2", "08:00:03", "hi"));
    assertInstanceOf(Outcome.Deleted.class, importAll().getFirst());
    assertEquals(List.of(), home.store().sessions());
    assertInstanceOf(Outcome.Imported.class, importNamed(file).getFirst());
    assertEquals(List.of("", "hello", "hi"), texts(only()));
  }

  @Test
  void aConversationInWhichNobodySaidAnythingIsNoSession() throws IOException {
    home.write(ONE, began("08:00:00"));
    assertInstanceOf(Outcome.Empty.class, importAll().getFirst());
    assertEquals(List.of(), home.store().sessions());
    assertInstanceOf(Outcome.Unchanged.class, importAll().getFirst());
    try (var left = Files.list(home.store().folder())) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void whatIsWrongIsReportedWithItsPlaceAndCostsOnlyItself() throws IOException {
    var file =
        home.write(
            ONE,
            began("08:00:00"),
            "{\"type\":\"new-thing\"}",
            "this is no record",
            user("1", "08:00:01", "hello"),
            "{\"type\":\"new-thing\"}");
    var report = home.histories().run(home.all(), ToyHome.listener(new ArrayList<>()));
    assertEquals(List.of("", "hello"), texts(only()));
    var unknown = report.unknown().getFirst();
    assertEquals("new-thing", unknown.kind());
    assertEquals(2, unknown.count());
    assertEquals(began("08:00:00").length() + 1, unknown.example().offset());
    assertEquals(1, report.troubleCount());
    assertEquals(file.toRealPath(), report.troubles().getFirst().place().file());
  }

  @Test
  void anEarlierImportThatWasKilledIsNoHindrance() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var draft = home.store().folder().resolve(".draft-4194304.1-20261121T080000Z-claude-bcdfgh");
    Files.createDirectories(draft);
    importAll();
    assertEquals(List.of("", "hello"), texts(only()));
    assertTrue(Files.notExists(draft));
  }

  @Test
  void onlyWhatWentOnSinceIsImported() throws IOException {
    var file = home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var written = Files.getLastModifiedTime(file).toInstant();
    assertEquals(1, home.outcomes(home.since(Optional.of(written))).size());
    assertEquals(0, home.outcomes(home.since(Optional.of(written.plusSeconds(1)))).size());
  }

  @Test
  void aPreviewWritesNothing() throws IOException {
    home.write(ONE, began("08:00:00"), user("1", "08:00:01", "hello"));
    var outcomes = new ArrayList<Outcome>();
    home.histories().preview(home.all(), ToyHome.listener(outcomes));
    assertEquals(new Outcome.Pending(Optional.empty()), outcomes.getFirst());
    assertTrue(Files.notExists(home.store().folder()));
    assertTrue(Files.notExists(home.state()));
  }

  private List<Outcome> importAll() throws IOException {
    return home.importAll();
  }

  private List<Outcome> importNamed(Path path) throws IOException {
    return home.outcomes(ToyHome.named(path));
  }

  private Session only() throws IOException {
    var sessions = home.store().sessions();
    assertEquals(1, sessions.size());
    return sessions.getFirst();
  }

  private List<String> copies() throws IOException {
    try (var copies = Files.list(only().transcripts())) {
      return copies.map(copy -> copy.getFileName().toString()).sorted().toList();
    }
  }
}
