package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.journal.Annotations.Entry;
import dev.mantra.formats.journal.Annotations.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AnnotationsTextTest {

  private static final Instant MADE = Instant.parse("2026-11-21T10:00:00.25Z");

  @Property(tries = 100)
  void anyTextComesBackAsUtf8CanHoldIt(@ForAll String text) throws IOException {
    var one = Files.createTempFile("annotations", ".jsonl");
    AnnotationsFile.append(one, new Entry.Noted(MADE, text));
    AnnotationsFile.append(one, new Entry.Tag("next"));
    var possible = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    var annotations = AnnotationsFile.read(one);
    assertEquals(List.of(new Note(MADE, possible)), annotations.notes());
    assertEquals(Set.of("next"), annotations.tags());
    Files.delete(one);
  }
}
