package dev.mantra.recorder.pty;

import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Collections;

/**
 * The same call as the public linker makes, linked without its detours.
 *
 * <p>{@code Linker.downcallHandle} writes, compiles and loads a class for each shape of call, to
 * convert arguments; ours need no conversion. Asking the JDK's inside for the bare call takes 3 ms
 * instead of 17 before every recorded program (JDK 25.0.3, with a start-up cache). The runtime is
 * shipped with the program, so its inside is known; anywhere else this fails and the public way is
 * taken.
 */
final class QuickLink {

  private static final String FOREIGN = "jdk.internal.foreign.";
  private static final String ABI = FOREIGN + "abi.";
  private static final String[] ARGUMENTS = {"rdi", "rsi", "rdx", "rcx", "r8", "r9"};
  private static final int STACK_ALIGNMENT = 16;

  /** The bit of {@code errno} among the states that can be captured. */
  private static final int ERRNO = 1 << 2;

  private final Class<?> storage = Class.forName(ABI + "VMStorage");
  private final Class<?> registers = Class.forName(ABI + "x64.X86_64Architecture$Regs");

  private QuickLink() throws ReflectiveOperationException {}

  /** A handle of type (function, state, six words) to word. */
  static MethodHandle handle() throws ReflectiveOperationException {
    if (!System.getProperty("os.arch").equals("amd64")) {
      throw new UnsupportedOperationException("only known for x86-64");
    }
    return new QuickLink().link();
  }

  /** The C library's symbols, as {@code Linker.nativeLinker().defaultLookup()} gives them. */
  static SymbolLookup symbols() throws ReflectiveOperationException {
    return (SymbolLookup)
        open(Class.forName(FOREIGN + "SystemLookup").getDeclaredMethod("getInstance")).invoke(null);
  }

  private MethodHandle link() throws ReflectiveOperationException {
    var abi = abi();
    var moves = storages(2 + ARGUMENTS.length);
    Array.set(moves, 0, get(abi, "targetAddrStorage"));
    Array.set(moves, 1, get(abi, "capturedStateStorage"));
    System.arraycopy(registers(ARGUMENTS), 0, moves, 2, ARGUMENTS.length);
    var type =
        MethodType.genericMethodType(0)
            .changeReturnType(long.class)
            .appendParameterTypes(Collections.nCopies(2 + ARGUMENTS.length, long.class));
    var entryPoint = Class.forName(ABI + "NativeEntryPoint");
    var made =
        open(entryPoint.getDeclaredMethod(
                "make",
                abi.getClass(),
                storage.arrayType(),
                storage.arrayType(),
                MethodType.class,
                boolean.class,
                int.class,
                boolean.class,
                boolean.class))
            .invoke(null, abi, moves, registers("rax"), type, false, ERRNO, true, false);
    var access =
        Class.forName("jdk.internal.access.SharedSecrets")
            .getMethod("getJavaLangInvokeAccess")
            .invoke(null);
    return (MethodHandle)
        Class.forName("jdk.internal.access.JavaLangInvokeAccess")
            .getMethod("nativeMethodHandle", entryPoint)
            .invoke(access, made);
  }

  /** The System V calling convention, as far as calls with six words need it. */
  private Object abi() throws ReflectiveOperationException {
    var several = storage.arrayType();
    var none = storages(0);
    return open(Class.forName(ABI + "x64.X86_64Architecture")
            .getDeclaredMethod(
                "abiFor", several, several, several, several, int.class, several, several,
                int.class, int.class, storage, storage))
        .invoke(
            null,
            registers(ARGUMENTS),
            none,
            registers("rax"),
            none,
            0,
            none,
            none,
            STACK_ALIGNMENT,
            0,
            Array.get(registers("r10"), 0),
            Array.get(registers("r11"), 0));
  }

  private Object registers(String... names) throws ReflectiveOperationException {
    var array = storages(names.length);
    for (int i = 0; i < names.length; i++) {
      Array.set(array, i, registers.getField(names[i]).get(null));
    }
    return array;
  }

  private Object storages(int length) {
    return Array.newInstance(storage, length);
  }

  private static Object get(Object object, String component) throws ReflectiveOperationException {
    return open(object.getClass().getDeclaredMethod(component)).invoke(object);
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }
}
