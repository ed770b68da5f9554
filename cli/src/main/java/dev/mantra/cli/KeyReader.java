package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.replayer.play.HostInput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads keys in a thread of its own, so that waiting for one can be given up after any time and
 * ended by whatever else happens at the terminal.
 *
 * <p>The terminal lets reads come back after a tenth of a second, so the thread ends soon after it
 * is told to, and never sits in a read that holds up the end of the process.
 */
final class KeyReader {

  private static final long STOP_MILLIS = 300;

  /** A read that gives nothing at once, so often in a row, is the end and not just no key. */
  private static final int END_AFTER = 20;

  private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final InputStream in = new FileInputStream(FileDescriptor.in);
  private final BlockingQueue<HostInput> arrived = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("keys").unstarted(this::readAll);
  private volatile boolean stopped;

  void start() {
    thread.start();
  }

  /** Has {@link #take} return something that did not come from the keyboard; from any thread. */
  void add(HostInput happening) {
    arrived.add(happening);
  }

  /** What comes within a time. Once there are no more keys, that is all that comes. */
  HostInput take(long nanos) {
    try {
      var next = arrived.poll(nanos, TimeUnit.NANOSECONDS);
      return next == null ? HostInput.Simple.NOTHING : next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HostInput.Simple.CLOSED;
    }
  }

  void stop() {
    stopped = true;
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() {
    var buffer = new byte[4096];
    int empty = 0;
    try {
      while (!stopped && empty < END_AFTER) {
        long before = System.nanoTime();
        int count = in.read(buffer);
        if (count > 0) {
          arrived.add(new HostInput.Typed(Bytes.copyOf(buffer, 0, count)));
          empty = 0;
        } else {
          empty = System.nanoTime() - before < AT_ONCE_NANOS ? empty + 1 : 0;
        }
      }
    } catch (IOException e) {
      // The terminal is gone: no more keys.
    }
    arrived.add(HostInput.Simple.CLOSED);
  }
}
