package dev.mantra.formats.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.workspace.ContentWriter.FullException;
import dev.mantra.formats.workspace.ContentWriter.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

  private static final Limits WIDE = new Limits(1L << 40, 1L << 40);

  @TempDir private Path folder;
  private ContentStore store = new ContentStore(Path.of("/"));

  @BeforeEach
  void open() {
    store = new ContentStore(folder.resolve("contents"));
  }

  @Test
  void everyBodyComesBackAsItWas() throws IOException {
    for (int length : new int[] {0, 1, 4096, 100_000, 3_000_000}) {
      var body = body(length);
      var hash = put("s", body);
      assertEquals(ContentHash.of(body), hash);
      assertArrayEquals(body, store.read(hash, 4_000_000));
      try (var writer = new ContentWriter(store, folder.resolve("t"), WIDE)) {
        assertEquals(hash, writer.put(new ByteArrayInputStream(body)));
      }
    }
    assertEquals(5, store.usage().bodies());
  }

  @Test
  void aLongBodyIsStreamed() throws IOException {
    var body = body(20_000_000);
    try (var writer = new ContentWriter(store, folder.resolve("s"), WIDE)) {
      var hash = writer.put(new ByteArrayInputStream(body));
      var out = new ByteArrayOutputStream();
      store.copyTo(hash, out);
      assertArrayEquals(body, out.toByteArray());
      assertThrows(IOException.class, () -> store.read(hash, 1_000_000));
    }
  }

  @Test
  void aBodyThatIsNotThereIsSaidToBeMissing() {
    var hash = ContentHash.of(body(9));
    assertFalse(store.contains(hash));
    assertThrows(NoSuchFileException.class, () -> store.read(hash, 100));
  }

  @Test
  void aDamagedBodyIsNeverTakenForWhole() throws IOException {
    var hash = put("s", body(5000));
    var file = store.file(hash);
    var bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i += 7) {
      var damaged = bytes.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertReadsRightOrNotAtAll(hash);
    }
    for (int length = 0; length < bytes.length; length += 61) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertReadsRightOrNotAtAll(hash);
    }
  }

  private void assertReadsRightOrNotAtAll(Bytes hash) {
    try {
      assertArrayEquals(body(5000), store.read(hash, 10_000));
    } catch (IOException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > 0);
    }
  }

  @Test
  void whatOneSessionStillRefersToSurvivesTheOther() throws IOException {
    var shared = put("a", body(1));
    put("b", body(1));
    var own = put("b", body(2));
    var swept = store.sweep(() -> List.of(folder.resolve("a"), folder.resolve("none")));
    assertEquals(1, swept.bodies());
    assertTrue(store.contains(shared));
    assertFalse(store.contains(own));
    assertEquals(1, store.sweep(List::of).bodies());
    assertEquals(new ContentStore.Usage(0, 0), store.usage());
  }

  @Test
  void whenAListCannotBeReadNothingIsDeleted() throws IOException {
    var hash = put("a", body(1));
    assertThrows(IOException.class, () -> store.sweep(() -> List.of(folder)));
    assertTrue(store.contains(hash));
  }

  @Test
  void whatAKilledWriterLeftIsSwept() throws IOException {
    put("a", body(1));
    var left = store.folder().resolve("new-1-2-3");
    Files.createFile(left);
    store.sweep(() -> List.of(folder.resolve("a")));
    assertFalse(Files.exists(left));
  }

  @Test
  void limitsAreKept() throws IOException {
    try (var writer = new ContentWriter(store, folder.resolve("s"), new Limits(1000, 1L << 40))) {
      writer.put(body(2000));
      var full = assertThrows(FullException.class, () -> writer.put(body(2001)));
      assertEquals(Omission.SESSION_LIMIT, full.why());
      writer.put(body(2000));
    }
    try (var writer = new ContentWriter(store, folder.resolve("t"), new Limits(1L << 40, 1000))) {
      var full =
          assertThrows(FullException.class, () -> writer.put(new ByteArrayInputStream(body(5))));
      assertEquals(Omission.QUOTA, full.why());
    }
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    var file = store.file(put("a", body(1)));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    for (var above : List.of(file.getParent(), store.folder())) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(above)));
    }
  }

  private Bytes put(String session, byte[] body) throws IOException {
    try (var writer = new ContentWriter(store, folder.resolve(session), WIDE)) {
      return writer.put(body);
    }
  }

  /** Half text, half noise. */
  private static byte[] body(int length) {
    var body = new byte[length];
    new Random(length).nextBytes(body);
    java.util.Arrays.fill(body, 0, length / 2, (byte) 'x');
    return body;
  }
}
