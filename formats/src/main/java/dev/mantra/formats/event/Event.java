package dev.mantra.formats.event;

import java.util.OptionalInt;

/**
 * One thing that happened in a session.
 *
 * <p>{@link #at()} is the time since the session's start in nanoseconds of a monotonic clock.
 * Events of one session never go back in time.
 */
public sealed interface Event {

  /** What an event takes beside its content. */
  int OVERHEAD = 64;

  long at();

  /** The bytes of terminal input and output that it has, or stands for. */
  default int terminalBytes() {
    return 0;
  }

  /** The memory it takes in bytes, more or less. */
  default int weight() {
    return OVERHEAD + terminalBytes();
  }

  /**
   * Tells the visitor which kind of event this is.
   *
   * <p>A {@code switch} over events says the same in fewer words. Its first run makes the JVM write
   * classes, some 10 ms each, so what every recording does goes this way.
   */
  <T> T accept(EventVisitor<T> visitor);

  /** The same event at another time. */
  default Event withAt(long time) {
    return accept(new AtAnotherTime(time));
  }

  /** Bytes that the recorded program wrote to its terminal. */
  record Output(long at, Bytes bytes) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.output(this);
    }

    @Override
    public int terminalBytes() {
      return bytes.length();
    }
  }

  /** Bytes that were typed or pasted. */
  record Input(long at, Bytes bytes) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.input(this);
    }

    @Override
    public int terminalBytes() {
      return bytes.length();
    }
  }

  /**
   * Bytes typed while the terminal did not show what is typed (line mode without echo): a password.
   * Only their number is known.
   */
  record HiddenInput(long at, int length) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.hiddenInput(this);
    }

    @Override
    public int terminalBytes() {
      return length;
    }

    /** They are not kept. */
    @Override
    public int weight() {
      return OVERHEAD;
    }
  }

  /** The terminal's window has this size from now on. */
  record Resize(long at, WindowSize size) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.resize(this);
    }
  }

  /**
   * An agent's transcript says something. {@code at} is when it was read there; when it was said,
   * the entry tells.
   */
  record Message(long at, Entry entry) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.message(this);
    }

    @Override
    public int weight() {
      return OVERHEAD + 2 * Math.toIntExact(entry.size());
    }
  }

  /** What the workspace was at the session's start; {@code at} is when that was known. */
  record Snapshot(long at, WorkspaceStart start) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.snapshot(this);
    }

    @Override
    public int weight() {
      return Math.toIntExact(start.weight());
    }
  }

  /**
   * A file of the workspace has changed. {@code at} is when its new state was read.
   *
   * @param moment when the change happened, as far as the file system told: at most {@code at}
   */
  record FileChange(long at, long moment, FileEdit edit) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.fileChange(this);
    }

    @Override
    public int weight() {
      return Math.toIntExact(edit.weight());
    }
  }

  /**
   * Something of the workspace is not captured, or not as it should be.
   *
   * @param path relative to the workspace's folder; empty for all of it
   * @param detail more about it, for a person to read
   */
  record NotCaptured(long at, Bytes path, Omission why, String detail) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.notCaptured(this);
    }

    @Override
    public int weight() {
      return OVERHEAD + path.length() + 2 * detail.length();
    }
  }

  /** A place that was marked, with a name or with an empty label. */
  record Marker(long at, String label) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.marker(this);
    }

    @Override
    public int weight() {
      return OVERHEAD + 2 * label.length();
    }
  }

  /** From here the person had recording paused. */
  record Paused(long at) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.paused(this);
    }
  }

  /** From here recording goes on. */
  record Resumed(long at) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.resumed(this);
    }
  }

  /**
   * Something could not be recorded, from {@code since} to {@code at}.
   *
   * @param bytes how many bytes of terminal input and output are missing
   * @param reason why, for a person to read
   */
  record Gap(long at, long since, long bytes, String reason) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.gap(this);
    }
  }

  /**
   * The session's orderly end; nothing follows.
   *
   * @param status what the shell sees as the program's exit status, absent where it is not known
   */
  record End(long at, EndReason reason, OptionalInt status, Totals totals) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.end(this);
    }
  }

  /** A kind of event this version does not know: kept, and written back unchanged. */
  record Unknown(long at, int code, Bytes body) implements Event {
    @Override
    public <T> T accept(EventVisitor<T> visitor) {
      return visitor.unknown(this);
    }

    @Override
    public int weight() {
      return OVERHEAD + body.length();
    }
  }
}
