package dev.mantra.replayer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A keyframe as it is kept: its length (4 bytes), then deflated. */
final class PackedKeyframe {

  /** No window makes one that is larger. */
  private static final int LARGEST = 1 << 28;

  private PackedKeyframe() {}

  static byte[] pack(byte[] keyframe) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(keyframe);
      deflater.finish();
      var packed = new byte[Integer.BYTES + keyframe.length + keyframe.length / 100 + 64];
      ByteBuffer.wrap(packed).putInt(keyframe.length);
      int length = deflater.deflate(packed, Integer.BYTES, packed.length - Integer.BYTES);
      return Arrays.copyOf(packed, Integer.BYTES + length);
    } finally {
      deflater.end();
    }
  }

  /** The keyframe; empty when these bytes do not hold one. */
  static Optional<byte[]> unpack(byte[] packed) {
    int length = packed.length < Integer.BYTES ? -1 : ByteBuffer.wrap(packed).getInt();
    if (length < 0 || length > LARGEST) {
      return Optional.empty();
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
      var keyframe = new byte[length];
      return inflater.inflate(keyframe) == length ? Optional.of(keyframe) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
