package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.recorder.Recording;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is typed to the program. On a thread of its own: a program that does not read while it
 * writes must not stop us from reading what it writes.
 */
final class InputRelay implements Runnable {

  private final int master;
  private final InputCapture capture;
  private final Supplier<Keys> keys;
  private final Recording recording;
  private final Descriptor descriptor = new Descriptor();
  private final Termios modes = new Termios();
  private @Nullable Keys known;

  /**
   * @param keys asked for when the first key arrives: reading the settings may take a moment
   */
  InputRelay(int master, InputCapture capture, Supplier<Keys> keys, Recording recording) {
    this.master = master;
    this.capture = capture;
    this.keys = keys;
    this.recording = recording;
  }

  @Override
  public void run() {
    for (int count = read(); count > 0; count = read()) {
      var bytes = Bytes.wrap(descriptor.copy(count));
      if (isOurs(bytes)) {
        continue;
      }
      long at = recording.clock().now();
      // Asked before the program sees it: afterwards it may have changed the modes.
      boolean hidden = modes.load(descriptor.libc(), master) && modes.hidesInput();
      if (!descriptor.write(master, count)) {
        return;
      }
      if (capture == InputCapture.RECORDED) {
        if (hidden) {
          recording.hiddenInput(at, count);
        } else {
          recording.input(at, bytes);
        }
      }
    }
  }

  /**
   * Reads what is typed into the descriptor's buffer; 0 when the terminal is gone.
   *
   * <p>Before a stopped recorder has made the terminal raw again, or when somebody else gave it
   * other modes, the terminal itself acts on the end-of-file character and reading gives nothing.
   * It was a key that somebody pressed, and is one for the program.
   */
  private int read() {
    int count = descriptor.read(HostTerminal.STDIN);
    if (count > 0 || !modes.load(descriptor.libc(), HostTerminal.STDIN) || !modes.isCanonical()) {
      return count;
    }
    return descriptor.put(modes.controlCharacter(Termios.VEOF));
  }

  private boolean isOurs(Bytes typed) {
    if (known == null) {
      known = keys.get();
    }
    if (known.marker().equals(Optional.of(typed))) {
      recording.marker("");
      return true;
    }
    if (known.pause().equals(Optional.of(typed))) {
      recording.togglePause();
      return true;
    }
    return false;
  }
}
