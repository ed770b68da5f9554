package dev.mantra.terminal;

import org.jspecify.annotations.Nullable;

/** SM, RM, DECSET, DECRST, XTSAVE and XTRESTORE with what some modes do when they change. */
final class ModeSwitch {
  private static final int ALTERNATE = 47;
  private static final int ALTERNATE_CLEARED = 1047;
  private static final int SAVED_CURSOR = 1048;
  private static final int ALTERNATE_WITH_CURSOR = 1049;

  private final State state;
  private final Screen screen;

  ModeSwitch(State state) {
    this.state = state;
    this.screen = state.screen;
  }

  void ansi(Parameters p, boolean on) {
    for (int i = 0; i < p.count; i++) {
      Mode mode = Mode.of(Mode.Kind.ANSI, p.get(i));
      if (mode != null) {
        screen.modes.set(mode, on);
      }
    }
  }

  void dec(Parameters p, boolean on) {
    for (int i = 0; i < p.count; i++) {
      dec(p.get(i), on);
    }
  }

  void save(Parameters p) {
    for (int i = 0; i < p.count; i++) {
      Mode mode = Mode.of(Mode.Kind.DEC, p.get(i));
      if (mode != null) {
        screen.modes.save(mode);
      }
    }
  }

  void restore(Parameters p) {
    for (int i = 0; i < p.count; i++) {
      Mode mode = Mode.of(Mode.Kind.DEC, p.get(i));
      if (mode != null && mode != Mode.SYNCHRONIZED_UPDATE) {
        set(mode, screen.modes.savedValue(mode));
      }
    }
  }

  private void dec(int number, boolean on) {
    switch (number) {
      case ALTERNATE, ALTERNATE_CLEARED -> alternate(on);
      case SAVED_CURSOR -> cursor(on);
      case ALTERNATE_WITH_CURSOR -> {
        if (on) {
          screen.save();
          alternate(true);
        } else {
          alternate(false);
          screen.restore();
        }
      }
      default -> {
        @Nullable Mode mode = Mode.of(Mode.Kind.DEC, number);
        if (mode != null) {
          set(mode, on);
        }
      }
    }
  }

  private void alternate(boolean on) {
    if (on) {
      screen.enterAlternate();
    } else {
      screen.leaveAlternate();
    }
  }

  private void cursor(boolean save) {
    if (save) {
      screen.save();
    } else {
      screen.restore();
    }
  }

  private void set(Mode mode, boolean on) {
    screen.modes.set(mode, on);
    switch (mode) {
      case ORIGIN -> screen.moveTo(0, 0);
      case LEFT_RIGHT_MARGINS -> {
        screen.left = 0;
        screen.right = screen.columns - 1;
      }
      case COLUMNS_132 -> {
        // the recording's own resizes say how wide the screen is; what else DECCOLM does is done
        if (screen.modes.isSet(Mode.ALLOW_132_COLUMNS)) {
          screen.resetMargins();
          screen.clearRows(0, screen.rows - 1);
          screen.cursor.set(0, 0);
        }
      }
      case SYNCHRONIZED_UPDATE -> state.frames.synchronize(on, state.parser());
      default -> {}
    }
  }
}
