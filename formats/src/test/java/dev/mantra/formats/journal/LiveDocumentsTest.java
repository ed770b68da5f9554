package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents are there all together or not at all, at every moment. */
final class LiveDocumentsTest {

  private static final byte[] HEADER = new byte[JournalFormat.HEADER_LENGTH];

  @TempDir Path folder;
  private FileChannel file;
  private LiveDocuments documents;

  @BeforeEach
  void makeTheFile() throws IOException {
    file = QueueFile.create(folder);
    documents = new LiveDocuments(file, folder);
  }

  @AfterEach
  void closeIt() throws IOException {
    file.close();
  }

  @Test
  void aDocumentIsNotThereBeforeItIsCommitted() throws IOException {
    add(10);
    assertEquals(List.of(), lengths());
    documents.commit();
    assertEquals(List.of(10), lengths());
  }

  @Test
  void documentsThatBelongTogetherAreThereTogether() throws IOException {
    add(3);
    documents.commit();
    add(10);
    add(JournalFormat.MAX_PAYLOAD);
    add(7);
    assertEquals(List.of(3), lengths());
    documents.commit();
    assertEquals(List.of(3, 10, JournalFormat.MAX_PAYLOAD, 7), lengths());
  }

  @Test
  void whatWasTakenBackLeavesNothingBehindShorterOnes() throws IOException {
    add(3);
    documents.commit();
    add(JournalFormat.MAX_PAYLOAD);
    add(500);
    documents.rollback();
    assertEquals(List.of(3), lengths());
    add(1);
    documents.commit();
    assertEquals(List.of(3, 1), lengths());
    add(2);
    documents.commit();
    assertEquals(List.of(3, 1, 2), lengths());
  }

  @Test
  void blocksBehindTheLastOneAreClaimedWithZeros() throws IOException {
    long end = add(5);
    documents.reserve();
    documents.commit();
    assertEquals(List.of(5), lengths());
    var content = Files.readAllBytes(folder.resolve(QueueFile.NAME));
    for (long at = end; at < content.length; at++) {
      assertEquals(0, content[(int) at]);
    }
    assertEquals(2, (content.length - end) / 4096);
  }

  private long add(int length) throws IOException {
    var payload = new byte[length];
    Arrays.fill(payload, (byte) 0xa5);
    return documents.add(HEADER, Bytes.wrap(payload));
  }

  /** The payloads' lengths of the documents that a reader finds. */
  private List<Integer> lengths() throws IOException {
    var content =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(QueueFile.NAME)))
            .order(ByteOrder.LITTLE_ENDIAN);
    var lengths = new ArrayList<Integer>();
    int at = QueueTables.LENGTH;
    while (at + 4 <= content.limit() && content.getInt(at) != 0) {
      int length = content.getInt(at);
      lengths.add(length - HEADER.length);
      at = Math.toIntExact(Documents.next(at + 4L + length));
    }
    return lengths;
  }
}
