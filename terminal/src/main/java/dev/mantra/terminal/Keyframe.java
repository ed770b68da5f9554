package dev.mantra.terminal;

import java.util.Optional;

/**
 * A terminal written down: restoring it and feeding what follows equals having fed everything.
 * Nothing is lost but {@link Terminal#images()}; a sink has to be set again.
 *
 * <pre>
 *  "MVTK"  version (1 byte)  body (see {@link KeyframeWriter})  CRC-32C of all before it (4 bytes)
 * </pre>
 *
 * <p>A keyframe is derived data. One that is damaged, or of another version, is made anew from the
 * stream it stands for. Equal terminals make equal keyframes.
 */
public final class Keyframe {
  static final int MAGIC = 0x4D56544B;

  /**
   * The version of this layout and of what a stream shows: to be raised when either changes, so
   * that what was derived from streams is made anew.
   */
  public static final int VERSION = 1;

  private Keyframe() {}

  /** Writes a terminal at any point of a stream, also within a character or a sequence. */
  public static byte[] write(Terminal terminal) {
    return new KeyframeWriter(terminal).write();
  }

  /** The terminal, or empty if these bytes are not a whole keyframe of this version. */
  public static Optional<Terminal> restore(byte[] keyframe) {
    return KeyframeReader.read(keyframe);
  }
}
