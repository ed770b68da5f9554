package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.SparseRollCycles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journal is what Chronicle Queue itself would have made of the same documents. */
final class QueueTablesTest {

  private static final String METADATA = "metadata.cq4t";

  private static final SessionHeader HEADER =
      SessionHeader.builder(
              SessionId.of(Instant.parse("2026-11-21T10:00:00Z"), "claude", 7),
              Instant.parse("2026-11-21T10:00:00Z"),
              "mantra test")
          .build();

  @TempDir Path folder;

  /** The ways in which a journal can be written. */
  enum Way {
    LIVE {
      @Override
      JournalWriter create(Path folder) throws IOException {
        return JournalWriter.create(folder, HEADER);
      }
    },
    UNSEEN {
      @Override
      JournalWriter create(Path folder) throws IOException {
        return JournalWriter.createUnseen(folder, HEADER);
      }
    };

    abstract JournalWriter create(Path folder) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void theFirstDocumentAndAllBeforeItHaveTheSameBytes(Way way) throws IOException {
    var byUs = folder.resolve("us");
    way.create(byUs).close();
    var documents = documents(byUs);
    assertEquals(1, documents.size());
    var byChronicle = copyWithChronicle(documents);
    int end = QueueTables.LENGTH + 4 + documents.getFirst().length;
    assertArrayEquals(
        Arrays.copyOf(Files.readAllBytes(byChronicle.resolve(QueueFile.NAME)), end),
        Arrays.copyOf(Files.readAllBytes(byUs.resolve(QueueFile.NAME)), end));
    var metadata = Files.readAllBytes(byUs.resolve(METADATA));
    assertEquals(QueueTables.METADATA_LENGTH, metadata.length);
    assertArrayEquals(
        Arrays.copyOf(Files.readAllBytes(byChronicle.resolve(METADATA)), metadata.length),
        metadata);
  }

  @ParameterizedTest
  @EnumSource
  void documentsOfAllSizesHaveTheSameBytes(Way way) throws IOException {
    var byUs = write(way);
    var byChronicle = copyWithChronicle(documents(byUs));
    var ours = Files.readAllBytes(byUs.resolve(QueueFile.NAME));
    var theirs = Files.readAllBytes(byChronicle.resolve(QueueFile.NAME));
    // Before them stands also where Chronicle wrote last, which it finds out by itself.
    assertArrayEquals(
        Arrays.copyOfRange(theirs, QueueTables.LENGTH, ours.length),
        Arrays.copyOfRange(ours, QueueTables.LENGTH, ours.length));
  }

  @ParameterizedTest
  @EnumSource
  void chronicleItselfReadsAllDocuments(Way way) throws IOException {
    var byUs = write(way);
    var expected = documents(byUs);
    var read = new ArrayList<byte[]>();
    try (var queue = queue(byUs);
        var tailer = queue.createTailer()) {
      while (tailer.readBytes(bytes -> read.add(bytes.toByteArray()))) {
        assertEquals(0, Arrays.compare(expected.get(read.size() - 1), read.getLast()));
      }
    }
    assertEquals(expected.size(), read.size());
  }

  @Test
  void theDocumentsAreTheFramesOfTheEvents() throws IOException {
    var byUs = write(Way.LIVE);
    try (var reader =
        JournalReader.open(byUs, JournalReader.Mode.WHOLE, HEADER, SessionView.ORIGINAL)) {
      for (var event : events()) {
        assertEquals(event, reader.next().orElseThrow());
      }
      assertEquals(List.of(), reader.damage());
    }
  }

  private Path write(Way way) throws IOException {
    var byUs = folder.resolve("us");
    try (var journal = way.create(byUs)) {
      for (var event : events()) {
        journal.append(event);
      }
      journal.append(new Event.End(99, EndReason.IMPORTED, OptionalInt.empty(), Totals.NONE));
    }
    return byUs;
  }

  /** What stands in the documents behind the tables, by the four bytes in front of each. */
  private static List<byte[]> documents(Path journal) throws IOException {
    var file =
        ByteBuffer.wrap(Files.readAllBytes(journal.resolve(QueueFile.NAME)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(QueueTables.LENGTH);
    var documents = new ArrayList<byte[]>();
    while (file.remaining() > 4) {
      var content = new byte[file.getInt()];
      if (content.length == 0) {
        break;
      }
      file.get(content).position(Math.toIntExact(Documents.next(file.position())));
      documents.add(content);
    }
    return documents;
  }

  private Path copyWithChronicle(List<byte[]> documents) {
    var copy = folder.resolve("chronicle");
    try (var queue = queue(copy);
        var appender = queue.createAppender()) {
      for (var document : documents) {
        appender.writeBytes(bytes -> bytes.write(document));
      }
    }
    return copy;
  }

  private static ChronicleQueue queue(Path folder) {
    return SingleChronicleQueueBuilder.single(folder.toString())
        .rollCycle(SparseRollCycles.LARGE_HOURLY_XSPARSE)
        .timeProvider(() -> 0L)
        .blockSize(1 << 20)
        .build();
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
