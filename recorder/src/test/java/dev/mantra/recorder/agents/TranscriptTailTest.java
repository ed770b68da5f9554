package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.recorder.SessionClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTailTest {

  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");

  /** What the clock on the wall says all the time. */
  private static final Instant NOW = START.plusSeconds(60);

  @TempDir Path temp;
  private final Recorded recorded = new Recorded(SessionClock.start(), List.of());
  private final Witness witness =
      new Witness(recorded.clock(), InstantSource.fixed(NOW), InputCapture.RECORDED);
  private Session session;
  private Path file;

  @BeforeEach
  void begin() throws IOException {
    session = new Store(temp.resolve("store")).create(SessionId.of(START, "claude", 7));
    file = temp.resolve(Said.CONVERSATION + ".jsonl");
  }

  @Test
  void whatIsSaidIsJournaledAndTheRecordIsCopied() throws IOException {
    var tail = tail(START);
    var prompt = Said.prompt("a", START.plusSeconds(1), "how deep is the water?");
    var reply = Said.reply("b", "a", START.plusSeconds(2), "3.5 metres, Æolus");
    append(prompt, "{\"type\":\"mode\",\"mode\":\"default\"}", reply);
    assertTrue(tail.look());
    end();
    assertEquals(List.of("how deep is the water?", "3.5 metres, Æolus"), recorded.said());
    var entries = recorded.entries().stream().filter(Entry::isMessage).toList();
    assertEquals(prompt, original(entries.getFirst()));
    assertEquals(reply, original(entries.getLast()));
    assertEquals(Files.readString(file), Files.readString(copy()), "the copy is the file");
  }

  @Test
  void ofAConversationThatGoesOnOnlyTheNewPartIsTheSessions() throws IOException {
    append(
        Said.prompt("a", START.minusSeconds(900), "yesterday's question"),
        Said.reply("b", "a", START.minusSeconds(890), "yesterday's answer"));
    var tail = tail(START);
    tail.look();
    assertEquals(List.of(), recorded.entries());
    append(Said.prompt("c", START.plusSeconds(5), "today's question"));
    tail.look();
    end();
    assertEquals(List.of("today's question"), recorded.said());
    var began =
        assertInstanceOf(Block.Began.class, recorded.entries().getFirst().blocks().getFirst());
    assertEquals(file.toString(), began.transcript());
    assertEquals("/home/ada/harbor_log.v2", began.folder());
    assertFalse(Files.readString(copy()).contains("yesterday"));
  }

  @Test
  void aConversationThatBeginsIsAnnouncedOnce() throws IOException {
    var tail = tail(START);
    append(Said.prompt("a", START.plusSeconds(1), "one"));
    tail.look();
    append(Said.prompt("b", START.plusSeconds(2), "two"));
    tail.look();
    end();
    assertEquals(1, announcements());
  }

  @Test
  void oneThatIsLeftAndTakenUpAgainIsAnnouncedAgain() throws IOException {
    var tail = tail(START);
    append(Said.prompt("a", START.plusSeconds(1), "one"));
    tail.look();
    tail.letGo();
    append(Said.prompt("b", START.plusSeconds(20), "somebody else's"));
    tail.belongsSince(START.plusSeconds(30));
    append(Said.prompt("c", START.plusSeconds(31), "three"));
    tail.look();
    end();
    assertEquals(List.of("one", "three"), recorded.said());
    assertEquals(2, announcements());
    assertFalse(Files.readString(copy()).contains("somebody"));
  }

  @Test
  void whatIsSaidWhileRecordingIsPausedIsNeitherJournaledNorCopied() throws IOException {
    witness.write(new Event.Paused(recorded.clock().now()));
    witness.listen();
    var tail = tail(START);
    append(
        Said.prompt("a", NOW.minusSeconds(5), "before"),
        Said.prompt("b", NOW.plusSeconds(5), "meanwhile"));
    tail.look();
    end();
    assertEquals(List.of("before"), recorded.said());
    assertFalse(Files.readString(copy()).contains("meanwhile"));
  }

  @Test
  void aRecordThatIsTooLongToBeReadWholeIsCopiedWhole() throws IOException {
    var tail = tail(START);
    var prompt = Said.prompt("a", START.plusSeconds(1), "x".repeat(3_000_000));
    append(prompt, Said.prompt("b", START.plusSeconds(2), "short"));
    tail.look();
    end();
    var entries = recorded.entries().stream().filter(Entry::isMessage).toList();
    assertEquals("short", entries.getLast().text());
    assertEquals(prompt, original(entries.getFirst()));
    assertTrue(entries.getFirst().omitted() > 2_000_000);
  }

  @Test
  void messagesOfADocumentAreLinesOfTheCopy() throws IOException {
    file = temp.resolve("session-2026-11-21T03-40-156d384b.json");
    var context = TranscriptContext.of(file.toString(), "156d384b");
    var tail = tail(new TranscriptFormats().of(Agent.GEMINI, file, context), START);
    for (int known = 1; known <= 2; known++) {
      var messages =
          List.of(
                  Said.gemini("a", "user", START.plusSeconds(1), "one"),
                  Said.gemini("b", "gemini", START.plusSeconds(2), "two"))
              .subList(0, known);
      Files.writeString(
          file,
          "{\n\"sessionId\":\"156d384b\",\"startTime\":\"%s\",\n\"messages\":[\n%s\n]}"
              .formatted(START, String.join(",\n", messages).replace(",\"", ",\n\"")));
      tail.look();
    }
    end();
    assertEquals(List.of("one", "two"), recorded.said());
    var lines = Files.readAllLines(copy("gemini-session-2026-11-21T03-40-156d384b.jsonl"));
    assertEquals(
        2, lines.stream().filter(line -> line.startsWith("{\"id\":")).count(), lines.toString());
  }

  @Test
  void aStoreThatCannotBeWrittenToCostsTheCopyAndNoMessage() throws IOException {
    Files.writeString(session.transcripts(), "in the way");
    var copies = new SessionCopies(session);
    var tail = new TranscriptTail(claude(), copies, recorded.recording(), witness);
    tail.belongsSince(START);
    append(Said.prompt("a", START.plusSeconds(1), "one"));
    tail.look();
    end();
    assertEquals(List.of("one"), recorded.said());
    assertTrue(copies.trouble().isPresent());
  }

  private long announcements() {
    return recorded.entries().stream()
        .flatMap(entry -> entry.blocks().stream())
        .filter(Block.Began.class::isInstance)
        .count();
  }

  private String original(Entry entry) throws IOException {
    var place = entry.original().orElseThrow();
    var bytes = Files.readAllBytes(session.transcripts().resolve(place.file()));
    int from = Math.toIntExact(place.offset());
    return new String(
        Arrays.copyOfRange(bytes, from, from + Math.toIntExact(place.length())),
        StandardCharsets.UTF_8);
  }

  private Path copy() {
    return copy("claude-" + Said.CONVERSATION + ".jsonl");
  }

  private Path copy(String name) {
    return session.transcripts().resolve(name);
  }

  private TranscriptTail tail(Instant since) {
    return tail(claude(), since);
  }

  private TranscriptTail tail(TranscriptFormat format, Instant since) {
    var tail =
        new TranscriptTail(format, new SessionCopies(session), recorded.recording(), witness);
    tail.belongsSince(since);
    return tail;
  }

  private TranscriptFormat claude() {
    var context = TranscriptContext.of(file.toString(), Said.CONVERSATION);
    return new TranscriptFormats().of(Agent.CLAUDE, file, context);
  }

  private void append(String... lines) throws IOException {
    Files.writeString(
        file,
        String.join("\n", lines) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void end() {
    recorded.recording().finish(EndReason.EXITED, OptionalInt.of(0));
  }
}
