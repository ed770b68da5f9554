package dev.mantra.recorder.pty;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

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

  /** Signals have one listener: what it does with each is up to it. */
  interface Listener {
    void arrived(Signal signal);
  }

  /**
   * Calls the listener, on a thread of its own, whenever one of the signals arrives.
   *
   * <p>The JDK's class for this is called by its name: the compiler has a warning for it that
   * nothing can silence.
   */
  static void listen(List<Signal> signals, Listener listener) {
    try {
      var type = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var name = type.getMethod("getName");
      var proxy =
          Proxy.newProxyInstance(
              Signal.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  listener.arrived(valueOf((String) name.invoke(arguments[0])));
                }
                return null;
              });
      var handle = type.getMethod("handle", type, handler);
      var constructor = type.getConstructor(String.class);
      for (var signal : signals) {
        handle(handle, constructor.newInstance(signal.name()), proxy);
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a JDK without sun.misc.Signal", e);
    }
  }

  private static void handle(Method handle, Object signal, Object handler)
      throws IllegalAccessException {
    try {
      handle.invoke(null, signal, handler);
    } catch (InvocationTargetException e) {
      // Ignored by whoever started us, as nohup(1) does with HUP: then it stays so.
    }
  }
}
