package dev.mantra.recorder.pty;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.mantra.formats.event.WindowSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** {@code struct winsize} (ioctl_tty(2)): rows, columns, and the same in pixels. */
final class Winsize {

  private static final long TIOCGWINSZ = 0x5413;
  private static final long TIOCSWINSZ = 0x5414;

  private static final long IOCTL = Libc.find("ioctl");

  private final MemorySegment struct = Arena.global().allocate(8, 8);

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
    return Short.toUnsignedInt(struct.getAtIndex(JAVA_SHORT, index));
  }

  private void field(int index, int value) {
    struct.setAtIndex(JAVA_SHORT, index, (short) value);
  }
}
