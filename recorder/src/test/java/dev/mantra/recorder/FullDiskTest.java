package dev.mantra.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real small disks, which only root can make: elsewhere these tests are skipped. */
class FullDiskTest {

  @TempDir Path disk;

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run(new ProcessBuilder("umount", disk.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "65536, 4096",
    "524288, 20480",
    "1048576, 32768",
    "2097152, 65536",
    "4194304, 131072"
  })
  void onADiskOfAnyDegreeOfFullnessWhatWasRecordedIsRead(int size, int step)
      throws IOException, InterruptedException {
    mount("size=" + size);
    var program =
        SampleRecording.java(
                FullDiskProgram.class,
                disk.toString(),
                Integer.toString(size),
                Integer.toString(step))
            .redirectErrorStream(true)
            .start();
    var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor(), said);
    System.out.println("disk of " + size / 1024 + " KiB: " + said.strip());
  }

  @Test
  void aStoreThatCannotBeWrittenIsSaid() throws IOException, InterruptedException {
    mount("ro");
    var notices = new Notices();
    var header = SampleRecording.header(1);
    var sink =
        new JournalSink(new Store(disk.resolve("sessions")), header.id(), () -> header, notices);
    assertThrows(IOException.class, sink::open);
    sink.write(new Event.Paused(1));
    sink.close();
    assertTrue(
        notices.line().orElse("").endsWith("ead-only file system"), notices.line().toString());
  }

  @Test
  void aDiskWithoutRoomForNamesLeavesNothingHalfMade() throws IOException, InterruptedException {
    mount("size=4m,nr_inodes=4");
    var store = new Store(disk.resolve("sessions"));
    var header = SampleRecording.header(1);
    var sink = new JournalSink(store, header.id(), () -> header, new Notices());
    assertThrows(IOException.class, sink::open);
    assertEquals(List.of(), store.sessions());
    assertFalse(Files.exists(store.folder().resolve(header.id().value())));
  }

  private void mount(String options) throws IOException, InterruptedException {
    assumeTrue(
        run(new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString())),
        "a disk can be mounted by root alone");
  }

  private static boolean run(ProcessBuilder command) throws InterruptedException {
    try {
      var process = command.redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
