package dev.mantra.cli;

import static dev.mantra.cli.TestSessions.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept so that sessions need not be opened must never show what is no longer so. */
final class KnownSessionsTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() throws IOException {
    mantra = new TestProgram(home);
    var sessions = new TestSessions(mantra.sessions());
    sessions.full();
    sessions.add(
        "20261121T090000Z-bash-bbbbbb",
        header -> header.title(Optional.of("with " + TOKEN)),
        List.of(new Event.Output(1, Bytes.utf8("hi " + TOKEN)), TestSessions.end(4, 0)));
    mantra.run("scan", "--all");
  }

  private Path kept() {
    return home.resolve("m/cache/lists/all");
  }

  @Test
  void theSecondListIsLikeTheFirst() {
    var first = mantra.run("ls");
    assertTrue(Files.exists(kept()));
    assertEquals(first, mantra.run("ls"));
    assertEquals(mantra.run("ls", "--json"), mantra.run("ls", "--json"));
  }

  @Test
  void aSessionThatWasNotScannedIsNotKept() throws IOException {
    Files.delete(home.resolve("m/cache/redactions/20261121T090000Z-bash-bbbbbb.rules"));
    mantra.run("ls");
    var text = Files.readString(kept(), StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("Fix the login"));
    assertFalse(text.contains("20261121T090000Z"));
  }

  @Test
  void secretsStayCoveredAndAreNotKept() throws IOException {
    mantra.run("ls");
    assertFalse(mantra.run("ls").out().contains(TOKEN.substring(4, 14)));
    var text = Files.readString(kept(), StandardCharsets.ISO_8859_1);
    assertFalse(text.contains(TOKEN.substring(4, 14)));
  }

  @Test
  void titlesTagsAndDeletionsShowAtOnce() throws IOException {
    mantra.run("ls");
    mantra.run("title", "20261120", "Another title");
    mantra.run("tag", "20261120", "good");
    assertTrue(mantra.run("ls").out().contains("Another title"));
    assertEquals(1, mantra.run("ls", "--tag", "good").out().lines().skip(1).count());
    mantra.run("title", "20261120", "A third one");
    assertTrue(mantra.run("ls").out().contains("A third one"));
    mantra.run("rm", "--yes", "20261120");
    assertFalse(Files.exists(kept()));
    assertEquals(1, mantra.run("ls").out().lines().skip(1).count());
  }

  @Test
  void indexingHasGrepKnowWhatIsInWhichSession() throws IOException {
    var grams = home.resolve("m/cache/grams/all");
    assertFalse(Files.exists(grams));
    mantra.run("index");
    var learned = Files.readAllBytes(grams);
    assertEquals(0, mantra.run("grep", "hello").status());
    assertTrue(Arrays.equals(learned, Files.readAllBytes(grams)));
  }

  @Test
  void aDamagedListIsMadeAnew() throws IOException {
    var first = mantra.run("ls");
    var bytes = Files.readAllBytes(kept());
    bytes[bytes.length / 2] ^= 1;
    Files.write(kept(), bytes);
    assertEquals(first, mantra.run("ls"));
    assertFalse(Arrays.equals(bytes, Files.readAllBytes(kept())));
  }
}
