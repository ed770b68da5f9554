package dev.mantra.recorder.pty;

import dev.mantra.formats.event.WindowSize;
import java.util.Optional;

/** {@code struct winsize} (ioctl_tty(2)): rows, columns, and the same in pixels. */
final class Winsize {

  private static final long TIOCGWINSZ = 0x5413;
  private static final long TIOCSWINSZ = 0x5414;

  private static final long IOCTL = Libc.find("ioctl");

  private final NativeMemory struct = NativeMemory.of(4L * Short.BYTES);

  /** The size a terminal says it has; empty when {@code fd} is none. */
  Optional<WindowSize> load(Libc libc, int fd) {
    if (libc.callInt(IOCTL, fd, TIOCGWINSZ, struct.address()) != 0) {
      return Optional.empty();
    }
    return Optional.of(new WindowSize(field(1), field(0), field(2), field(3)));
  }

  void apply(Libc libc, int fd, WindowSize size) {
    set(size);
    libc.callInt(IOCTL, fd, TIOCSWINSZ, struct.address());
  }

  void set(WindowSize size) {
    field(0, size.rows());
    field(1, size.columns());
    field(2, size.pixelWidth());
    field(3, size.pixelHeight());
  }

  long address() {
    return struct.address();
  }

  private int field(int index) {
    return Short.toUnsignedInt(struct.bytes().getShort(index * Short.BYTES));
  }

  private void field(int index, int value) {
    struct.bytes().putShort(index * Short.BYTES, (short) value);
  }
}
