package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.recorder.Recording;

/** Moves what the program writes to the user's terminal, and tells the recording afterwards. */
final class OutputRelay implements Runnable {

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
    for (int count = descriptor.read(master); count > 0; count = descriptor.read(master)) {
      long at = clock.now();
      if (shown) {
        shown = descriptor.write(HostTerminal.STDOUT, count);
      }
      recording.output(at, Bytes.wrap(descriptor.copy(count)));
    }
    whenOver.run();
  }
}
