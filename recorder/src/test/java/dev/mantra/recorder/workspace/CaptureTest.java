package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.ContentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading files that others are at. */
class CaptureTest {

  @TempDir private Path temp;
  private Path work;
  private Bodies bodies;

  @BeforeEach
  void open() throws IOException {
    work = Files.createDirectory(temp.toRealPath().resolve("work"));
    var store = new ContentStore(temp.resolve("contents"));
    var writer =
        new ContentWriter(
            store, temp.resolve("list"), new ContentWriter.Limits(1L << 40, 1L << 40));
    bodies = new Bodies(store, writer, WatchedFolder.WIDE);
  }

  @Test
  void aFileAtRestIsReadOnce() throws IOException {
    var read = read(file -> Files.newInputStream(file)).orElseThrow();
    assertArrayEquals("text".getBytes(StandardCharsets.UTF_8), read.body());
  }

  @Test
  void aFileThatMayNotBeReadIsSaidToBeUnreadable() throws IOException {
    var read =
        read(
            file -> {
              throw new AccessDeniedException(file.toString());
            });
    assertEquals(Omission.UNREADABLE, why(read));
  }

  @Test
  void aFileThatChangesWheneverItIsReadIsSaidToBeChanging() throws IOException {
    var read =
        read(
            file -> {
              var in = Files.newInputStream(file);
              Files.writeString(file, "more", StandardOpenOption.APPEND);
              return in;
            });
    assertEquals(Omission.CHANGING, why(read));
    assertEquals(Known.Trust.NONE, read.orElseThrow().known().trust());
  }

  @Test
  void aFileThatChangesOnceWhileItIsReadIsReadAgain() throws IOException {
    var times = new AtomicInteger();
    var read =
        read(
            file -> {
              var in = Files.newInputStream(file);
              if (times.getAndIncrement() == 0) {
                Files.writeString(file, "other");
              }
              return in;
            });
    assertArrayEquals("other".getBytes(StandardCharsets.UTF_8), read.orElseThrow().body());
    assertEquals(2, times.get());
  }

  @Test
  void aFileThatVanishesIsNothing() throws IOException {
    var read =
        read(
            file -> {
              Files.delete(file);
              return Files.newInputStream(file);
            });
    assertTrue(read.isEmpty());
  }

  @Test
  void aFolderThatBecameALinkLeadsNowhere() throws IOException {
    var outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("file"), "secret");
    Files.createSymbolicLink(work.resolve("folder"), outside);
    var rules = IgnoreRules.of(List.of());
    var folder = new KnownFolder(Bytes.utf8("folder"), work.resolve("folder"), rules);
    var capture = new Capture(work, bodies);
    assertTrue(capture.read(folder, folder.placeOf(Bytes.utf8("file"))).isEmpty());
  }

  private Optional<Capture.Read> read(Capture.Opening opening) throws IOException {
    var file = Files.writeString(work.resolve("file"), "text");
    var folder = new KnownFolder(Bytes.EMPTY, work, IgnoreRules.of(List.of()));
    return new Capture(work, bodies, opening).read(folder, file);
  }

  private static Omission why(Optional<Capture.Read> read) {
    var held = read.orElseThrow().known().held();
    return held != null && held.content() instanceof FileContent.Missing missing
        ? missing.why()
        : Omission.ENDED;
  }
}
