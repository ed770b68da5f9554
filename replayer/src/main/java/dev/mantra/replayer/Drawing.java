package dev.mantra.replayer;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A terminal that takes everything at once, and what is known of when that may be seen.
 *
 * <p>Between the halves of a synchronised update it is half drawn. Terminals give up waiting for
 * the second half after a while, and so do we: a program that has died in between is seen as it
 * died.
 */
final class Drawing {

  /** An update that takes longer is shown as it is. */
  static final long LONGEST_UPDATE = 1_000_000_000L;

  private static final long NONE = -1;

  private final Terminal terminal;
  private final OutputStream input;
  private long time;

  /** Where the open update begins in the output, or {@link #NONE}. */
  private long update;

  /** How much of the output could be seen when the open update began. */
  private long seen;

  /** When the open update began. */
  private long updatedSince;

  /** Goes on with a terminal that is fit to be seen, at a time. */
  Drawing(Terminal terminal, long time) {
    this.terminal = terminal;
    this.input = new Input(terminal);
    this.time = time;
    this.update = openUpdate();
    this.seen = terminal.offset();
    this.updatedSince = time - LONGEST_UPDATE;
  }

  Terminal terminal() {
    return terminal;
  }

  /** When the last event was taken. */
  long time() {
    return time;
  }

  /** Takes an event that changes the screen, and no other. */
  void take(Event event) {
    time = event.at();
    long before = terminal.offset();
    draw(event, terminal, input);
    long now = openUpdate();
    if (now != update) {
      update = now;
      // The sequence that begins it may have begun in an earlier event, which was seen whole.
      seen = Math.max(now, before);
      updatedSince = time;
    }
  }

  /**
   * Whether what was taken is not yet fit to be seen at a time, which is not before the last event.
   */
  boolean isHalfDrawn(long at) {
    return update != NONE && at < updatedSince + LONGEST_UPDATE;
  }

  /** When all that was taken can be seen. */
  long visibleAt() {
    return isHalfDrawn(time) ? updatedSince + LONGEST_UPDATE : time;
  }

  /** How many bytes of the output can be seen at a time, which is not before the last event. */
  long visibleOffset(long at) {
    return isHalfDrawn(at) ? seen : terminal.offset();
  }

  private long openUpdate() {
    return terminal.inSynchronizedUpdate() ? terminal.completeFrameOffset() : NONE;
  }

  /** Has a terminal take an event. */
  static void draw(Event event, Terminal terminal, OutputStream input) {
    switch (event) {
      case Event.Output output -> feed(output.bytes(), input);
      case Event.Resize resize -> terminal.resize(resize.size().columns(), resize.size().rows());
      case Event.Input _,
          Event.HiddenInput _,
          Event.Message _,
          Event.Snapshot _,
          Event.FileChange _,
          Event.NotCaptured _,
          Event.Marker _,
          Event.Paused _,
          Event.Resumed _,
          Event.Gap _,
          Event.End _,
          Event.Unknown _ -> {}
    }
  }

  static void feed(Bytes bytes, OutputStream input) {
    try {
      bytes.writeTo(input);
    } catch (IOException e) {
      throw new UncheckedIOException("a terminal takes anything", e);
    }
  }

  /** Feeds a terminal without a copy of what it is fed. */
  static final class Input extends OutputStream {
    private final Terminal terminal;

    Input(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void write(int b) {
      terminal.feed(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      terminal.feed(bytes, from, from + length);
    }
  }
}
