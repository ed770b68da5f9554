package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileState;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file, link or folder as it was captured last.
 *
 * @param stamp what it looked like then
 * @param link where a link pointed to
 * @param held a file's content
 * @param trust whether an equal stamp will mean that nothing has changed
 */
record Known(Stamp stamp, @Nullable Bytes link, @Nullable Held held, Trust trust) {

  /** How far a stamp can be trusted. */
  enum Trust {
    FULL,
    /** It was changed so shortly before it was read that the next change may leave no trace. */
    NONE;

    /** Clocks of file systems tick so often; a second change within a tick has the same time. */
    private static final long TICK_NANOS = 20_000_000;

    /** What a file deserves that is about to be read. */
    static Trust of(Stamp stamp) {
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      return stamp.type() == Stamp.Type.FILE && now - stamp.changed() < TICK_NANOS ? NONE : FULL;
    }
  }

  static Known folder(Stamp stamp) {
    return new Known(stamp, null, null, Trust.FULL);
  }

  static Known link(Stamp stamp, Bytes target) {
    return new Known(stamp, target, null, Trust.FULL);
  }

  static Known file(Stamp stamp, Held held, Trust trust) {
    return new Known(stamp, null, held, trust);
  }

  Known withHeld(Held other) {
    return new Known(stamp, link, other, trust);
  }

  /** The same with another content, if it is a file and there is one. */
  Known withHeldIfFile(@Nullable Held other) {
    return held == null || other == null ? this : withHeld(other);
  }

  /** The stamp to compare with; one that cannot be trusted is like no other. */
  Stamp trustedStamp() {
    return trust == Trust.FULL ? stamp : stamp.unlikeAny();
  }

  FileState state() {
    if (held != null) {
      return new FileState.Regular(stamp.mode(), stamp.size(), held.content());
    }
    return link != null ? new FileState.Link(link) : new FileState.Folder(stamp.mode());
  }
}
