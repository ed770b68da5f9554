package dev.mantra.recorder.pty;

import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.recorder.Recording;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Moves what comes from a pipe or a file to the program.
 *
 * <p>A terminal in line mode is no pipe: it acts on control characters, drops what is longer than
 * 4,095 bytes without a line's end, and knows no end of input. So control characters are quoted
 * with the terminal's own "literal next" character, and its end-of-file character serves for what
 * it does: it hands over what was typed, and means the end when nothing was.
 */
final class PipedInput implements Runnable {

  /** Shorter than the terminal's line buffer (termios(3)). */
  private static final int LONGEST_PIECE = 2048;

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final int master;
  private final InputCapture capture;
  private final Recording recording;
  private final Descriptor descriptor = new Descriptor();
  private final Termios modes = new Termios();
  private int sinceLineEnd;

  PipedInput(int master, InputCapture capture, Recording recording) {
    this.master = master;
    this.capture = capture;
    this.recording = recording;
  }

  @Override
  public void run() {
    for (int count = descriptor.read(HostTerminal.STDIN);
        count > 0;
        count = descriptor.read(HostTerminal.STDIN)) {
      long at = recording.clock().now();
      if (!pass(descriptor.copy(count))) {
        return;
      }
      if (capture == InputCapture.RECORDED) {
        // Without echo it cannot be told what of it is a password.
        recording.hiddenInput(at, count);
      }
    }
    try {
      sayEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean pass(byte[] bytes) {
    for (int from = 0; from < bytes.length; from += LONGEST_PIECE) {
      int to = Math.min(bytes.length, from + LONGEST_PIECE);
      boolean lines = modes.load(descriptor.libc(), master) && modes.isCanonical();
      boolean taken =
          lines ? passQuoted(bytes, from, to) : descriptor.write(master, bytes, from, to - from);
      if (!taken) {
        return false;
      }
    }
    return true;
  }

  private boolean passQuoted(byte[] bytes, int from, int to) {
    var quoted = new ByteArrayOutputStream();
    byte quote = modes.literalNext();
    for (int i = from; i < to; i++) {
      if (quote != 0 && modes.isSpecial(bytes[i])) {
        quoted.write(quote);
      }
      quoted.write(bytes[i]);
      sinceLineEnd = bytes[i] == '\n' ? 0 : sinceLineEnd + 1;
      if (sinceLineEnd == LONGEST_PIECE) {
        quoted.write(modes.controlCharacter(Termios.VEOF));
        sinceLineEnd = 0;
      }
    }
    return descriptor.write(master, quoted.toByteArray(), 0, quoted.size());
  }

  /**
   * A pipe that has ended has ended for whoever reads from it next, too; a terminal says so once.
   * So it is said again and again, ever more rarely.
   */
  private void sayEnd() throws InterruptedException {
    if (sinceLineEnd > 0 && !sayEndOnce()) {
      return;
    }
    for (long pause = FIRST_PAUSE_MILLIS; sayEndOnce(); ) {
      TimeUnit.MILLISECONDS.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private boolean sayEndOnce() {
    if (!modes.load(descriptor.libc(), master)) {
      return false;
    }
    byte[] end = {modes.controlCharacter(Termios.VEOF)};
    return !modes.isCanonical() || descriptor.write(master, end, 0, 1);
  }
}
