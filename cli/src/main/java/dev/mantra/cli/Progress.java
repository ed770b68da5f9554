package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import java.util.function.Supplier;

/** Says at the terminal how far something is that takes longer than a second. */
final class Progress implements AutoCloseable {

  private static final long FIRST_MILLIS = 1000;
  private static final long EVERY_MILLIS = 100;

  /** Asking the clock costs more than most steps. */
  private static final int LOOK_EVERY = 256;

  private final Console console;
  private final String what;
  private final boolean visible;
  private long dueAt;
  private int steps;
  private boolean shown;

  Progress(Console console, String what) {
    this.console = console;
    this.what = what;
    this.visible = console.isTerminal(Stream.ERR);
    this.dueAt = console.around().clock().millis() + FIRST_MILLIS;
  }

  /** One more step was made; {@code state} says how far that is, should it be shown. */
  void step(Supplier<String> state) {
    if (visible && ++steps % LOOK_EVERY == 0) {
      longStep(state);
    }
  }

  /** The same for a step that takes longer than asking the clock. */
  void longStep(Supplier<String> state) {
    if (!visible) {
      return;
    }
    long now = console.around().clock().millis();
    if (now >= dueAt) {
      dueAt = now + EVERY_MILLIS;
      shown = true;
      console.status("mantra: " + what + " " + SafeText.of(state.get()));
    }
  }

  /** Makes room for a line. */
  void clear() {
    if (shown) {
      console.status("");
      shown = false;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
