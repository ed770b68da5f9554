package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.SparseRollCycles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is written without Chronicle is what Chronicle would have made of it. */
final class QueueTablesTest {

  private static final String METADATA = "metadata.cq4t";

  private static final SessionHeader HEADER =
      SessionHeader.builder(
              SessionId.of(Instant.parse("2026-11-21T10:00:00Z"), "claude", 7),
              Instant.parse("2026-11-21T10:00:00Z"),
              "mantra test")
          .build();

  @TempDir Path folder;
  private Path byChronicle;
  private Path byUs;

  @BeforeEach
  void nameTheFolders() {
    byChronicle = folder.resolve("chronicle");
    byUs = folder.resolve("us");
  }

  @Test
  void aJournalOfOneDocumentHasTheSameBytesInBothFiles() throws IOException {
    JournalWriter.create(byChronicle, HEADER).close();
    JournalWriter.createUnseen(byUs, HEADER).close();
    var ours = Files.readAllBytes(byUs.resolve(QueueFile.NAME));
    var theirs = Files.readAllBytes(byChronicle.resolve(QueueFile.NAME));
    assertArrayEquals(Arrays.copyOf(theirs, ours.length), ours);
    var metadata = Files.readAllBytes(byUs.resolve(METADATA));
    assertArrayEquals(
        Arrays.copyOf(Files.readAllBytes(byChronicle.resolve(METADATA)), metadata.length),
        metadata);
  }

  @Test
  void documentsOfAllSizesHaveTheSameBytesAndTheFileTheSameSize() throws IOException {
    var events = events();
    try (var one = JournalWriter.create(byChronicle, HEADER);
        var other = JournalWriter.createUnseen(byUs, HEADER)) {
      for (var event : events) {
        one.append(event);
        other.append(event);
        assertEquals(one.length(), other.length());
      }
      var end = new Event.End(99, EndReason.IMPORTED, OptionalInt.empty(), Totals.NONE);
      one.append(end);
      other.append(end);
    }
    var ours = Files.readAllBytes(byUs.resolve(QueueFile.NAME));
    var theirs = Files.readAllBytes(byChronicle.resolve(QueueFile.NAME));
    assertEquals(theirs.length, ours.length);
    // Only where Chronicle last wrote, which it finds out by itself, stands in the tables.
    int frames = QueueFile.TABLES - 4096;
    assertArrayEquals(
        Arrays.copyOfRange(theirs, frames, theirs.length),
        Arrays.copyOfRange(ours, frames, ours.length));
  }

  @Test
  void chronicleItselfReadsAllDocumentsOfIt() throws IOException {
    var events = events();
    try (var journal = JournalWriter.createUnseen(byUs, HEADER)) {
      journal.append(events);
    }
    long documents = 0;
    try (var queue =
            SingleChronicleQueueBuilder.single(byUs.toString())
                .rollCycle(SparseRollCycles.LARGE_HOURLY_XSPARSE)
                .timeProvider(() -> 0L)
                .readOnly(true)
                .build();
        var tailer = queue.createTailer()) {
      while (tailer.readBytes(bytes -> bytes.readPosition(bytes.readLimit()))) {
        documents++;
      }
    }
    assertTrue(documents > events.size(), () -> "events: " + events.size());
    try (var reader =
        JournalReader.open(byUs, JournalReader.Mode.WHOLE, HEADER, SessionView.ORIGINAL)) {
      for (var event : events) {
        assertEquals(event, reader.next().orElseThrow());
      }
      assertEquals(List.of(), reader.damage());
    }
  }

  @Test
  void pagesOfTheTablesThatHoldNothingAreNotWritten() throws IOException {
    var file = folder.resolve("tables");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = QueueTables.read().writeTo(channel);
      assertTrue(channel.size() < end, () -> "the tables end at " + end);
    }
  }

  /** Of lengths around the buffer's, the frame's, and each remainder of four. */
  private static List<Event> events() {
    var random = new Random(11);
    var events = new ArrayList<Event>();
    for (int length :
        new int[] {1, 2, 3, 4, 32_000, 32_700, 1, 32_768, 65_535, 65_536, 65_537, 7, 200_001, 5}) {
      var bytes = new byte[length];
      random.nextBytes(bytes);
      events.add(new Event.Marker(events.size(), "marker " + events.size()));
      events.add(new Event.Unknown(events.size(), 200, Bytes.copyOf(bytes, 0, length)));
    }
    return events;
  }
}
