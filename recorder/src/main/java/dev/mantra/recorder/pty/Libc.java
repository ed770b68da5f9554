package dev.mantra.recorder.pty;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The C library, called through one shape of call: six machine words in, one out.
 *
 * <p>Each shape costs the JVM many milliseconds when it is linked, and all functions used here take
 * nothing but integers and pointers, so one shape serves them all. Arguments a function does not
 * have are passed in registers that it does not look at.
 *
 * <p>An instance holds the {@code errno} of its last call: one for each thread.
 */
final class Libc {

  private static final SymbolLookup SYMBOLS = symbols();
  private static final MethodHandle CALL = link();

  private final NativeMemory state = NativeMemory.of(2L * Long.BYTES);

  /** The address of a function of the library, or of a variable. */
  static long find(String name) {
    return SYMBOLS
        .find(name)
        .orElseThrow(() -> new UnsupportedOperationException("the C library has no " + name))
        .address();
  }

  long call(long function, long a) {
    return call(function, a, 0, 0, 0, 0, 0);
  }

  long call(long function, long a, long b) {
    return call(function, a, b, 0, 0, 0, 0);
  }

  long call(long function, long a, long b, long c) {
    return call(function, a, b, c, 0, 0, 0);
  }

  long call(long function, long a, long b, long c, long d, long e, long f) {
    try {
      return (long) CALL.invokeExact(function, state.address(), a, b, c, d, e, f);
    } catch (Throwable problem) {
      throw new AssertionError("a call of the C library failed", problem);
    }
  }

  /** What a function that returns {@code int} returned: the upper half of the word is not its. */
  int callInt(long function, long a, long b, long c) {
    return (int) call(function, a, b, c, 0, 0, 0);
  }

  int errno() {
    return state.bytes().getInt(0);
  }

  /** The C library's words for an error number. */
  String describe(int errno) {
    long text = call(find("strerror"), errno);
    return text == 0 ? "error " + errno : NativeStrings.read(text).toUtf8();
  }

  private static SymbolLookup symbols() {
    try {
      return QuickLink.symbols();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Linker.nativeLinker().defaultLookup();
    }
  }

  private static MethodHandle link() {
    try {
      return QuickLink.handle();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return publicLink();
    }
  }

  /** The JDK's own, documented way. */
  static MethodHandle publicLink() {
    var handle =
        Linker.nativeLinker()
            .downcallHandle(
                FunctionDescriptor.of(
                    JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.captureCallState("errno"));
    try {
      var lookup = MethodHandles.lookup();
      var function =
          lookup.findStatic(
              MemorySegment.class,
              "ofAddress",
              MethodType.methodType(MemorySegment.class, long.class));
      var state =
          lookup.findStatic(
              Libc.class, "state", MethodType.methodType(MemorySegment.class, long.class));
      return MethodHandles.filterArguments(handle, 0, function, state);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot adapt a call of the C library", e);
    }
  }

  @SuppressWarnings("UnusedMethod") // called by its name, above
  private static MemorySegment state(long address) {
    return MemorySegment.ofAddress(address)
        .reinterpret(Linker.Option.captureStateLayout().byteSize());
  }
}
