package dev.mantra.recorder;

import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.SessionState;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Records to a small disk that is filled to one degree after the other, in a process of its own: a
 * full disk can abort a JVM.
 *
 * <p>Arguments: the disk's folder, its size in bytes, and by how much the degrees differ.
 */
final class FullDiskProgram {

  private static final long SECOND = 1_000_000_000L;
  private final Path disk;
  private final Path filler;
  private final Store store;
  private final List<String> problems = new ArrayList<>();
  private final int size;
  private int piece;
  private int recorded;
  private int resumed;

  private FullDiskProgram(Path disk, int size) {
    this.disk = disk;
    this.size = size;
    this.filler = disk.resolve("filler");
    this.store = new Store(disk.resolve("sessions"));
  }

  public static void main(String[] arguments) throws IOException {
    int size = Integer.parseInt(arguments[1]);
    var program = new FullDiskProgram(Path.of(arguments[0]), size);
    int step = Integer.parseInt(arguments[2]);
    int degrees = 0;
    for (int free = 0; free <= size; free += step) {
      // What still fits depends on the size of what is written.
      program.piece = 120 + 53 * degrees;
      program.run(free, degrees % 2 == 0);
      degrees++;
    }
    program.problems.forEach(System.out::println);
    System.out.println(
        degrees + " degrees, " + program.recorded + " recorded, " + program.resumed + " resumed");
    System.exit(program.problems.isEmpty() ? 0 : 1);
  }

  private void run(int free, boolean spaceComesBack) throws IOException {
    fillUpTo(free);
    var notices = new Notices();
    var header = SampleRecording.header(free);
    var sink = new JournalSink(store, header.id(), () -> header, notices);
    try {
      sink.open();
    } catch (IOException e) {
      check(e.getMessage() != null, free, "a failure without a word: " + e);
    }
    long put = 0;
    for (int i = 1; put <= size; i++) {
      sink.write(SampleRecording.output(i, piece));
      put += piece;
    }
    sink.force();
    check(!notices.isEmpty(), free, "nobody was told");
    if (spaceComesBack) {
      Files.delete(filler);
      resumed++;
    }
    // A second later it is tried again.
    sink.write(SampleRecording.output(2 * SECOND, piece));
    put += piece;
    sink.write(new Event.End(3 * SECOND, EndReason.EXITED, OptionalInt.of(0), Totals.NONE));
    closeAndCheck(sink, free, put);
  }

  private void closeAndCheck(JournalSink sink, int free, long put) throws IOException {
    try {
      sink.close();
    } catch (IOException e) {
      problems.add(free + " bytes free: cannot be closed: " + e);
    }
    for (var session : store.sessions()) {
      recorded++;
      var reading = SampleRecording.read(session);
      check(reading.damage().isEmpty(), free, "damaged: " + reading.damage());
      long found = reading.terminalBytes() + reading.missingBytes();
      check(found == put, free, found + " bytes are accounted for, of " + put);
      for (var event : reading.events()) {
        if (event instanceof Event.Output output) {
          check(output.equals(SampleRecording.output(output.at(), piece)), free, "wrong bytes");
        }
      }
      check(session.summary().state() == SessionState.FINISHED, free, "no end");
      store.delete(session);
    }
    Files.deleteIfExists(filler);
  }

  private void check(boolean holds, int free, String otherwise) {
    if (!holds) {
      problems.add(free + " bytes free: " + otherwise);
    }
  }

  /** Leaves {@code free} bytes, as far as the disk's blocks allow. */
  private void fillUpTo(int free) throws IOException {
    long size = Math.max(0, Files.getFileStore(disk).getUsableSpace() - free);
    try (var file =
        FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var zeros = ByteBuffer.allocate((int) size);
      while (zeros.hasRemaining()) {
        file.write(zeros);
      }
    }
  }
}
