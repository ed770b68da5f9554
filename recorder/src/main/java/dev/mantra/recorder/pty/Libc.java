package dev.mantra.recorder.pty;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The C library, called through one shape of call: six machine words in, one out.
 *
 * <p>Each shape costs the JVM some 5 ms when it is linked, and all functions used here take nothing
 * but integers and pointers, so one shape serves them all. Arguments a function does not have are
 * passed in registers that it does not look at.
 *
 * <p>An instance holds the {@code errno} of its last call: one for each thread.
 */
final class Libc {

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBRARY = LINKER.defaultLookup();
  private static final MethodHandle CALL =
      LINKER.downcallHandle(
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.captureCallState("errno"));

  private final MemorySegment state = Arena.global().allocate(Linker.Option.captureStateLayout());

  /** A function of the library, or a variable. */
  static MemorySegment find(String name) {
    return LIBRARY
        .find(name)
        .orElseThrow(() -> new UnsupportedOperationException("the C library has no " + name));
  }

  static boolean has(String name) {
    return LIBRARY.find(name).isPresent();
  }

  long call(MemorySegment function, long a) {
    return call(function, a, 0, 0, 0, 0, 0);
  }

  long call(MemorySegment function, long a, long b) {
    return call(function, a, b, 0, 0, 0, 0);
  }

  long call(MemorySegment function, long a, long b, long c) {
    return call(function, a, b, c, 0, 0, 0);
  }

  @SuppressWarnings("ThrowSpecificExceptions")
  long call(MemorySegment function, long a, long b, long c, long d, long e, long f) {
    try {
      return (long) CALL.invokeExact(function, state, a, b, c, d, e, f);
    } catch (Throwable problem) {
      throw new AssertionError("a call of the C library failed", problem);
    }
  }

  /** What a function that returns {@code int} returned: the upper half of the word is not its. */
  int callInt(MemorySegment function, long a, long b, long c) {
    return (int) call(function, a, b, c, 0, 0, 0);
  }

  int errno() {
    return state.get(JAVA_INT, 0);
  }

  /** The C library's words for an error number. */
  String describe(int errno) {
    long text = call(find("strerror"), errno);
    return text == 0
        ? "error " + errno
        : MemorySegment.ofAddress(text).reinterpret(Long.MAX_VALUE).getString(0);
  }
}
