package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTest {

  private static final Import.Listener NOBODY = _ -> {};

  @TempDir Path folder;

  @Test
  void aSessionHasTheRecordingsStartCommandAndEvents() throws IOException {
    var recording =
        cast(
            "{\"version\": 2, \"width\": 90, \"height\": 30, \"timestamp\": 1700000000,"
                + " \"command\": \"/usr/bin/codex\"}\n[0.5, \"o\", \"a\"]\n[0.7, \"i\", \"b\"]\n");
    var store = store();
    var outcome = new Import(store, "mantra test").run(recording, NOBODY);
    var imported = assertInstanceOf(Import.Outcome.Imported.class, outcome);
    assertTrue(imported.id().value().startsWith("20231114T221320Z-codex-"), imported::toString);
    assertEquals(List.of(), imported.problems());
    var session = store.find("last");
    var summary = session.summary();
    assertEquals(SessionState.IMPORTED, summary.state());
    assertEquals(Instant.ofEpochSecond(1700000000), summary.header().startedAt());
    assertEquals("90x30", summary.header().size().toString());
    assertEquals("asciicast-v2", summary.header().origin().orElseThrow().format());
    var events = new ArrayList<Event>();
    try (var reader = session.read()) {
      reader.events().forEachRemaining(events::add);
    }
    assertEquals(3, events.size());
    var end = assertInstanceOf(Event.End.class, events.getLast());
    assertEquals(EndReason.IMPORTED, end.reason());
    assertEquals(1, end.totals().outputBytes());
  }

  @Test
  void theSameContentUnderAnotherNameIsKnown() throws IOException {
    var text = "{\"version\": 2, \"width\": 80, \"height\": 24}\n[0.5, \"o\", \"a\"]\n";
    var first = cast(text);
    var copy = Files.writeString(folder.resolve("copy.cast"), text);
    new Import(store(), "mantra test").run(first, NOBODY);
    var again = new Import(store(), "mantra test").run(ForeignRecording.open(copy), NOBODY);
    assertInstanceOf(Import.Outcome.Known.class, again);
    assertEquals(1, store().sessions().size());
  }

  @Test
  void whereTheRecordingHasNoTimeItsFileHas() throws IOException {
    var file = folder.resolve("a.cast");
    Files.writeString(
        file, "{\"version\": 2, \"width\": 80, \"height\": 24}\n[0.5, \"o\", \"a\"]\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-02-03T04:05:06Z")));
    new Import(store(), "mantra test").run(ForeignRecording.open(file), NOBODY);
    assertTrue(store().find("last").id().value().startsWith("20240203T040506Z-"));
  }

  @Test
  void whatFailsInTheMiddleLeavesNothing() throws IOException {
    var recording = cast("{\"version\": 2, \"width\": 80, \"height\": 24}\n[0.5, \"o\", \"a\"]\n");
    var importer = new Import(store(), "mantra test");
    assertThrows(
        IllegalStateException.class,
        () ->
            importer.run(
                recording,
                _ -> {
                  throw new IllegalStateException("stop");
                }));
    assertEquals(List.of(), store().sessions());
    assertInstanceOf(Import.Outcome.Imported.class, importer.run(recording, NOBODY));
  }

  private Store store() {
    return new Store(folder.resolve("sessions"));
  }

  private ForeignRecording cast(String text) throws IOException {
    return ForeignRecording.open(Files.writeString(folder.resolve("a.cast"), text));
  }
}
