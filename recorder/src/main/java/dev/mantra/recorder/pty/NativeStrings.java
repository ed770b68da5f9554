package dev.mantra.recorder.pty;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.mantra.formats.event.Bytes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Strings for the C library, byte for byte: a Java String would spoil what is not UTF-8. */
final class NativeStrings {

  private static final long ENVIRON = Libc.find("environ");
  private static final Arena ARENA = Arena.global();

  private NativeStrings() {}

  /** A string with a NUL at its end. */
  static MemorySegment string(Bytes bytes) {
    var copy = ARENA.allocate(bytes.length() + 1L);
    copy.asByteBuffer().put(bytes.asBuffer());
    return copy;
  }

  /** An array of pointers to strings with a null pointer at its end. */
  static MemorySegment array(List<Bytes> strings) {
    var array = ARENA.allocate(JAVA_LONG, strings.size() + 1L);
    for (int i = 0; i < strings.size(); i++) {
      array.setAtIndex(JAVA_LONG, i, string(strings.get(i)).address());
    }
    return array;
  }

  /** This process's environment as it stands, {@code NAME=value} each. */
  static List<Bytes> environment() {
    var entries = new ArrayList<Bytes>();
    var table =
        MemorySegment.ofAddress(
                MemorySegment.ofAddress(ENVIRON)
                    .reinterpret(JAVA_LONG.byteSize())
                    .get(JAVA_LONG, 0))
            .reinterpret(Long.MAX_VALUE);
    for (long at = 0; table.get(JAVA_LONG, at) != 0; at += JAVA_LONG.byteSize()) {
      entries.add(read(table.get(JAVA_LONG, at)));
    }
    return entries;
  }

  /** The string at an address, up to its NUL. */
  static Bytes read(long address) {
    var text = MemorySegment.ofAddress(address).reinterpret(Long.MAX_VALUE);
    int length = 0;
    while (text.get(JAVA_BYTE, length) != 0) {
      length++;
    }
    return Bytes.wrap(text.asSlice(0, length).toArray(JAVA_BYTE));
  }
}
