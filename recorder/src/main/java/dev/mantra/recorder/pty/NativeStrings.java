package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Strings for the C library, byte for byte: a Java String would spoil what is not UTF-8. */
final class NativeStrings {

  private static final long ENVIRON = Libc.find("environ");

  /** How much of the library's memory is looked through at most. */
  private static final long ENOUGH = 1 << 30;

  private NativeStrings() {}

  /** A string with a NUL at its end. */
  static NativeMemory string(Bytes bytes) {
    var copy = NativeMemory.of(bytes.length() + 1L);
    copy.bytes().duplicate().put(bytes.asBuffer());
    return copy;
  }

  /** An array of pointers to strings with a null pointer at its end. */
  static NativeMemory array(List<Bytes> strings) {
    var array = NativeMemory.of((strings.size() + 1L) * Long.BYTES);
    for (int i = 0; i < strings.size(); i++) {
      array.bytes().putLong(i * Long.BYTES, string(strings.get(i)).address());
    }
    return array;
  }

  /** This process's environment as it stands, {@code NAME=value} each. */
  static List<Bytes> environment() {
    var entries = new ArrayList<Bytes>();
    long first = NativeMemory.at(ENVIRON, Long.BYTES).bytes().getLong(0);
    var table = NativeMemory.at(first, ENOUGH).bytes();
    for (int at = 0; table.getLong(at) != 0; at += Long.BYTES) {
      entries.add(read(table.getLong(at)));
    }
    return entries;
  }

  /** The string at an address, up to its NUL. */
  static Bytes read(long address) {
    var text = NativeMemory.at(address, ENOUGH);
    int length = 0;
    while (text.bytes().get(length) != 0) {
      length++;
    }
    return Bytes.wrap(text.copy(length));
  }
}
