package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.journal.Annotations.Entry;
import dev.mantra.formats.journal.Annotations.Mark;
import dev.mantra.formats.journal.Annotations.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {

  private static final Instant MADE = Instant.parse("2026-11-21T10:00:00.25Z");

  @TempDir Path temp;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = temp.resolve("annotations.jsonl");
  }

  @Test
  void whatWasSaidIsReadInItsOrder() throws IOException {
    add(new Entry.Title("first"), new Entry.Tag("red"), new Entry.Tag("blue"));
    add(new Entry.Marked(7, "here"), new Entry.Noted(MADE, "two\nlines \u001b[31m"));
    add(new Entry.Title("last"), new Entry.Untag("red"), new Entry.Untag("never there"));
    assertEquals(
        new Annotations(
            Optional.of("last"),
            Set.of("blue"),
            List.of(new Mark(7, "here")),
            List.of(new Note(MADE, "two\nlines \u001b[31m"))),
        AnnotationsFile.read(file));
    assertEquals(8, Files.readAllLines(file).size());
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
  }

  @Test
  void aTornLastLineCostsItselfAlone() throws IOException {
    add(new Entry.Tag("one"));
    Files.writeString(file, "{\"title\":\"tor", StandardOpenOption.APPEND);
    assertEquals(Set.of("one"), AnnotationsFile.read(file).tags());
    add(new Entry.Tag("two"));
    assertEquals(Set.of("one", "two"), AnnotationsFile.read(file).tags());
  }

  @Test
  void whatCannotBeUnderstoodIsPassedOver() throws IOException {
    Files.writeString(
        file,
        """
        not JSON
        {"title":"kept","color":"red"}
        {"shape":{"tag":"inner","deep":[1,{"title":"no"}]},"tag":"kept"}
        {"tag":{"tag":"no"}}
        {"tag":["no"]}
        {"tag":null}
        {"mark":"no","at":"soon"}
        {"mark":"no","at":99999999999999999999}
        {"note":"no","made":"yesterday"}
        {"answer":42}
        ["tag","no"]
        "tag"
        {"tag":"no"

        {"mark":"kept","at":5,"by":"somebody"}
        {"tag":"\\u00e9"}
        """);
    var annotations = AnnotationsFile.read(file);
    assertEquals(Optional.of("kept"), annotations.title());
    assertEquals(Set.of("kept", "é"), annotations.tags());
    assertEquals(List.of(new Mark(5, "kept")), annotations.marks());
    assertEquals(List.of(), annotations.notes());
  }

  @Test
  void bytesThatAreNoTextHarmNothing() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xc0, '\n', 0, 0, '\n'});
    add(new Entry.Tag("one"));
    assertEquals(Set.of("one"), AnnotationsFile.read(file).tags());
  }

  @Test
  void severalWritersDoNotDisturbEachOther() throws InterruptedException, IOException {
    var threads = new ArrayList<Thread>();
    var expected = new HashSet<String>();
    for (int writer = 0; writer < 4; writer++) {
      int number = writer;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 50; i++) {
                      addUnchecked(new Entry.Tag(number + "-" + i + "x".repeat(300)));
                    }
                  }));
      for (int i = 0; i < 50; i++) {
        expected.add(number + "-" + i + "x".repeat(300));
      }
    }
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(expected, AnnotationsFile.read(file).tags());
    // A writer that looks while another one writes may add an empty line, which nobody reads.
    var lines = Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList();
    assertEquals(200, lines.size());
  }

  private void add(Entry... entries) throws IOException {
    for (var entry : entries) {
      AnnotationsFile.append(file, entry);
    }
  }

  private void addUnchecked(Entry entry) {
    try {
      add(entry);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
