package dev.mantra.recorder.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap for the C library to read and write; it is never given back.
 *
 * <p>Numbers in it are read and written through a buffer. By way of a segment and its layouts the
 * JDK spins code for each kind of number, which took 10 ms before every recorded program.
 */
final class NativeMemory {

  private static final long ALIGNMENT = 16;

  private final long address;
  private final ByteBuffer bytes;

  private NativeMemory(MemorySegment segment) {
    this.address = segment.address();
    this.bytes = segment.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** Memory of so many bytes, all zero. */
  static NativeMemory of(long length) {
    return new NativeMemory(Arena.global().allocate(length, ALIGNMENT));
  }

  /** Memory of the C library's. */
  static NativeMemory at(long address, long length) {
    return new NativeMemory(MemorySegment.ofAddress(address).reinterpret(length));
  }

  /** Where it is, for the C library. */
  long address() {
    return address;
  }

  /** What is in it, in the order of bytes of this machine. */
  ByteBuffer bytes() {
    return bytes;
  }

  /** A copy of its first bytes. */
  byte[] copy(int length) {
    var copy = new byte[length];
    bytes.get(0, copy, 0, length);
    return copy;
  }
}
