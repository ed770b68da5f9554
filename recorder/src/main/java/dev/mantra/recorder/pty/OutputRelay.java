package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.recorder.Recording;

/** Moves what the program writes to the user's terminal, and tells the recording afterwards. */
final class OutputRelay implements Runnable {

  /** As much as a terminal hands over at once (4 KB) less what a wrapped-up line leaves over. */
  private static final int MUCH = 2 * 1024;

  /**
   * How much goes to the user's terminal in one piece when there is much: four times what a
   * terminal hands over. With less, each piece pays for two system calls and wakes up the user's
   * terminal; with more, program and terminal take turns in waiting for each other. Measured with
   * 100 MB: 1.57 s in pieces of 4 KB, 1.36 s of 8 KB, 1.20 to 1.36 s of 12 to 32 KB, 1.7 s of 64
   * KB.
   */
  private static final int PIECE = 16 * 1024;

  private final int master;
  private final Display display;
  private final Recording recording;
  private final Runnable whenOver;
  private final Descriptor descriptor = new Descriptor();

  OutputRelay(int master, Display display, Recording recording, Runnable whenOver) {
    this.master = master;
    this.display = display;
    this.recording = recording;
    this.whenOver = whenOver;
  }

  @Override
  public void run() {
    var clock = recording.clock();
    // When the terminal is gone the program may still have something to say to the record.
    boolean shown = display == Display.HOST;
    boolean isGathering = descriptor.setNonBlocking(master);
    for (int count = descriptor.read(master); count > 0; count = descriptor.read(master)) {
      long at = clock.now();
      if (isGathering) {
        count = gather(count);
      }
      if (shown) {
        shown = descriptor.write(HostTerminal.STDOUT, count);
      }
      recording.output(at, Bytes.wrap(descriptor.copy(count)));
    }
    whenOver.run();
  }

  /** While much comes, what is already there is read too; nothing is waited for. */
  private int gather(int first) {
    int gathered = first;
    for (int last = first; last >= MUCH && gathered < PIECE; gathered += last) {
      last = descriptor.readMore(master, gathered);
    }
    return gathered;
  }
}
