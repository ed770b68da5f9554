package dev.mantra.recorder.pty;

/** Plain reads and writes of a file descriptor through a buffer outside the heap. One thread's. */
final class Descriptor {

  static final int BUFFER_SIZE = 64 * 1024;

  private static final long READ = Libc.find("read");
  private static final long WRITE = Libc.find("write");
  private static final long POLL = Libc.find("poll");
  private static final long FCNTL = Libc.find("fcntl");
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int O_NONBLOCK = 0x800;

  private final Libc libc = new Libc();
  private final NativeMemory buffer = NativeMemory.of(BUFFER_SIZE);
  private final NativeMemory pollfd = NativeMemory.of(Integer.BYTES + 2L * Short.BYTES);

  Libc libc() {
    return libc;
  }

  /**
   * Has reads and writes of a file answer at once, whoever does them through what was opened here.
   *
   * @return false when they go on waiting
   */
  boolean setNonBlocking(int fd) {
    int flags = libc.callInt(FCNTL, fd, F_GETFL, 0);
    return flags >= 0 && libc.callInt(FCNTL, fd, F_SETFL, flags | O_NONBLOCK) == 0;
  }

  /** Reads into the buffer; 0 at the end and when the other side is gone. Waits for something. */
  int read(int fd) {
    while (true) {
      int count = (int) libc.call(READ, fd, buffer.address(), BUFFER_SIZE);
      if (count >= 0) {
        return count;
      }
      switch (libc.errno()) {
        case Errno.EINTR -> {}
        case Errno.EAGAIN -> poll(fd, POLLIN);
        default -> {
          return 0;
        }
      }
    }
  }

  /** Reads what is there behind the first {@code filled} bytes of the buffer; 0 when nothing is. */
  int readMore(int fd, int filled) {
    long count = libc.call(READ, fd, buffer.address() + filled, BUFFER_SIZE - filled);
    return (int) Math.max(0, count);
  }

  /** Writes the first {@code length} bytes of the buffer; false when nobody takes them any more. */
  boolean write(int fd, int length) {
    return write(fd, 0, length);
  }

  /** Writes a part of the buffer; false when nobody takes it any more. */
  boolean write(int fd, int from, int length) {
    int done = 0;
    while (done < length) {
      int count = (int) libc.call(WRITE, fd, buffer.address() + from + done, length - done);
      if (count > 0) {
        done += count;
      } else if (count < 0 && libc.errno() == Errno.EAGAIN) {
        poll(fd, POLLOUT);
      } else if (count == 0 || libc.errno() != Errno.EINTR) {
        return false;
      }
    }
    return true;
  }

  /** Writes bytes of ours; false when nobody takes them any more. */
  boolean write(int fd, byte[] bytes, int from, int length) {
    for (int done = 0; done < length; ) {
      int part = Math.min(length - done, BUFFER_SIZE);
      buffer.bytes().put(0, bytes, from + done, part);
      if (!write(fd, part)) {
        return false;
      }
      done += part;
    }
    return true;
  }

  /** Puts a byte into the buffer, as if it had been read; returns how many are there. */
  int put(byte only) {
    buffer.bytes().put(0, only);
    return 1;
  }

  /** A copy of the first {@code length} bytes of the buffer. */
  byte[] copy(int length) {
    return buffer.copy(length);
  }

  private void poll(int fd, short events) {
    pollfd.bytes().putInt(0, fd);
    pollfd.bytes().putShort(Integer.BYTES, events);
    libc.callInt(POLL, pollfd.address(), 1, -1);
  }
}
