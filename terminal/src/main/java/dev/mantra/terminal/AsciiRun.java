package dev.mantra.terminal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and stores runs of printable ASCII characters, which take one byte and one cell each. */
final class AsciiRun {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private AsciiRun() {}

  /** The index of the first byte that is not printable ASCII, eight bytes at a time. */
  static int end(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - 8; i += 8) {
      long w = (long) EIGHT.get(bytes, i);
      long control = (w - EACH * 0x20) & ~w;
      long del = w ^ (EACH * 0x7F);
      long stop = (w | control | ((del - EACH) & ~del)) & HIGH;
      if (stop != 0) {
        return i + (Long.numberOfTrailingZeros(stop) >>> 3);
      }
    }
    while (i < to && bytes[i] >= 0x20 && bytes[i] != 0x7F) {
      i++;
    }
    return i;
  }

  static void store(byte[] bytes, int from, long[] cells, int column, int count, long template) {
    for (int k = 0; k < count; k++) {
      cells[column + k] = template | bytes[from + k];
    }
  }
}
