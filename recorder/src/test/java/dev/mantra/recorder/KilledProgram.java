package dev.mantra.recorder;

import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Store;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Records without end, to be killed, and says of each event that it was recorded.
 *
 * <p>Arguments: the store's folder, and a number for the session.
 */
final class KilledProgram {

  private static final int MOST_BYTES = 3000;

  private KilledProgram() {}

  public static void main(String[] arguments) throws IOException {
    var store = new Store(Path.of(arguments[0]));
    var header = SampleRecording.header(Long.parseLong(arguments[1]));
    var session = store.create(header.id());
    var said = new DataOutputStream(System.out);
    try (var journal = JournalWriter.create(session.journal(), header)) {
      for (long at = 1; ; at++) {
        journal.append(SampleRecording.output(at, length(at)));
        if (at % 64 == 0) {
          journal.force();
        }
        said.writeLong(at);
        said.flush();
      }
    }
  }

  /** Sizes small and large, and some of several frames. */
  static int length(long at) {
    return at % 50 == 0 ? 100_000 : (int) (at * 37 % MOST_BYTES);
  }
}
