package dev.mantra.recorder.pty;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;

/** The signals that matter here, with their numbers on Linux (signal(7)). */
enum Signal {
  HUP(1),
  INT(2),
  USR1(10),
  USR2(12),
  TERM(15),
  CONT(18),
  STOP(19),
  TSTP(20),
  WINCH(28);

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Calls {@code action}, on a thread of its own, whenever the signal arrives. */
  void on(Runnable action) {
    try {
      // By name, because the compiler has a warning for this class that nothing can silence.
      var type = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var signal = type.getConstructor(String.class).newInstance(name());
      var run =
          MethodHandles.publicLookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(action);
      type.getMethod("handle", type, handler)
          .invoke(
              null,
              signal,
              MethodHandleProxies.asInterfaceInstance(
                  handler, MethodHandles.dropArguments(run, 0, type)));
    } catch (InvocationTargetException e) {
      // Ignored by whoever started us, as nohup(1) does with HUP: then it stays so.
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a JDK without sun.misc.Signal", e);
    }
  }
}
