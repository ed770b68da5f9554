package dev.mantra.indexer;

import static dev.mantra.indexer.SpokenSessions.SECOND;
import static dev.mantra.indexer.SpokenSessions.call;
import static dev.mantra.indexer.SpokenSessions.change;
import static dev.mantra.indexer.SpokenSessions.prompt;
import static dev.mantra.indexer.SpokenSessions.reply;
import static dev.mantra.indexer.SpokenSessions.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.Passage.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and changed, as text in the cache. */
class PassagesTest {

  private static final String ID = "20261120T083000Z-claude-bcdfgh";

  @TempDir Path folder;

  private SpokenSessions sessions;
  private PassageSource source;

  @BeforeEach
  void open() {
    sessions = new SpokenSessions(folder.resolve("sessions"));
    source = new PassageSource(Optional.of(cache()), sessions);
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private Session shipSession() throws IOException {
    return sessions.add(
        ID,
        prompt(1, "count the ships\r\nand the boats"),
        call(2, "c1", "Bash", "{\"command\":\"wc -l\\nships.txt\",\"timeout\":5}"),
        change(3, "log/ships.txt", "@@ -1 +1 @@\n-two\n+three\n"),
        result(4, "c1", new Block.Result("c1", Outcome.FAILED, "3 ships", OptionalInt.of(1))),
        reply(5, "three"));
  }

  /** Every line with where it is. */
  private List<String> lines(Session session) throws IOException {
    var lines = new ArrayList<String>();
    try (var passages = source.open(session)) {
      for (var text : List.of(passages.said(), passages.changes())) {
        for (var blocks = text.blocks(); blocks.hasNext(); ) {
          var block = blocks.next();
          var places = block.places();
          for (int at = block.from();
              at < block.to();
              at = TextLines.end(block.bytes(), at, block.to()) + 1) {
            var line = places.at(at);
            var where =
                switch (line.passage()) {
                  case Passage.Said said -> said.number();
                  case Passage.Changed changed -> changed.path();
                };
            lines.add(where + ":" + line.number() + " " + line.text());
          }
        }
      }
    }
    return lines;
  }

  @Test
  void everyLineOfWhatIsSaidAndChangedIsThereWithItsPlace() throws IOException {
    assertEquals(
        List.of(
            "1:0 count the ships",
            "1:1 and the boats",
            "1.1:0 Bash",
            "1.1:1 command: wc -l",
            "1.1:2 ships.txt",
            "1.1:3 timeout: 5",
            "1.1:4 3 ships",
            "2:0 three",
            "log/ships.txt:0 log/ships.txt",
            "log/ships.txt:1 @@ -1 +1 @@",
            "log/ships.txt:2 -two",
            "log/ships.txt:3 +three"),
        lines(shipSession()));
  }

  @Test
  void factsAboutAPassageAreKept() throws IOException {
    var session = shipSession();
    for (int i = 0; i < 2; i++) {
      try (var passages = source.open(session)) {
        var call = (Passage.Said) passages.all().get(1);
        assertEquals("Bash", call.tool());
        assertEquals("wc -l\nships.txt", call.command());
        assertEquals(Kind.TOOL, call.kind());
        assertEquals(Set.of(Trait.FAILED), call.traits());
        assertEquals(0, passages.messageAt(0));
        assertEquals(1, passages.messageAt(4 * SECOND));
        assertEquals(2, passages.messageAt(9 * SECOND));
      }
    }
  }

  @Test
  void ofASessionThatDoesNotChangeNothingIsReadAgain() throws IOException {
    var session = shipSession();
    var lines = lines(session);
    assertEquals(1, sessions.reads());
    assertEquals(lines, lines(session));
    assertEquals(1, sessions.reads());
  }

  @Test
  void aSessionThatGoesOnIsReadAgainOnlyWhenItHasGrown() throws IOException {
    var session = sessions.store().create(new SessionId(ID));
    try (var journal = SpokenSessions.begin(session)) {
      for (int i = 1; i <= 4; i++) {
        journal.append(List.of(prompt(i, "prompt " + i)));
        assertEquals(i, lines(session).size());
        assertEquals(i, lines(session).size());
        assertEquals(i, sessions.reads());
      }
    }
  }

  @Test
  void longPassagesGoOnInOtherBlocks() throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append("line ").append(i).append(" of a long text\n");
    }
    var session =
        sessions.add(ID, prompt(1, "before"), reply(2, text.toString()), prompt(3, "behind"));
    var lines = lines(session);
    assertEquals(40_002, lines.size());
    assertEquals("2:39999 line 39999 of a long text", lines.get(40_000));
    assertEquals("3:0 behind", lines.get(40_001));
  }

  @Test
  void argumentsThatAreNoJsonAreTextAsTheyAre() {
    assertEquals("*** Begin Patch\n+x", CallArguments.of("*** Begin Patch\n+x").text());
    assertEquals("{\"a\": [1,", CallArguments.of("{\"a\": [1,").text());
    var nested =
        CallArguments.of(
            "{\"files\":[{\"path\":\"a.ts\"},{\"path\":\"b.ts\"}],\"cmd\":[\"ls\",\"-l\"]}");
    assertEquals(List.of("a.ts", "b.ts"), nested.files());
    assertEquals("ls -l", nested.command());
  }

  @Test
  void damageIsNoticedAndMadeGood() throws IOException {
    var session = shipSession();
    var lines = lines(session);
    Path file;
    try (var files = Files.list(cache().resolve("passages"))) {
      file = files.findFirst().orElseThrow();
    }
    byte[] sound = Files.readAllBytes(file);
    var random = new Random(3);
    for (int i = 0; i < 50; i++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertEquals(lines, lines(session));
    }
  }

  @Test
  void withoutACacheTheyArePutTogetherEachTime() throws IOException {
    var session = shipSession();
    var kept = lines(session);
    source = new PassageSource(Optional.empty(), sessions);
    assertEquals(kept, lines(session));
    Files.writeString(folder.resolve("file"), "no folder");
    source = new PassageSource(Optional.of(folder.resolve("file")), sessions);
    assertEquals(kept, lines(session));
  }

  @Test
  void aDeletedSessionLeavesNothing() throws IOException {
    var session = shipSession();
    lines(session);
    PassageSource.forget(cache(), session.id());
    try (var files = Files.list(cache().resolve("passages"))) {
      assertFalse(files.findAny().isPresent());
    }
    assertTrue(Files.exists(session.folder()));
  }

  @Test
  void aSessionInWhichNothingIsSaidHasNone() throws IOException {
    assertEquals(List.of(), lines(sessions.add(ID, new Event.Paused(1))));
  }
}
