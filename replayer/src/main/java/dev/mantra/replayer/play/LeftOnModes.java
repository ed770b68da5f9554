package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;

/**
 * What a recording that was written out as it is may have left switched on in the terminal.
 *
 * <p>Most modes are switched off whether they are on or not. Three are followed, because switching
 * them off moves the cursor or takes away what belongs to another program: the alternate screen,
 * the origin mode, and kitty's stack of keyboard modes, of which each screen has one.
 */
final class LeftOnModes {

  private static final String MOUSE = "\033[?9;1000;1001;1002;1003l\033[?1005;1006;1015;1016l";
  private static final String REPORTS = "\033[?1004;2004l\033[?2031;2048l";

  private static final String OFF =
      MOUSE
          + REPORTS
          + "\033[>4;0m" // modifyOtherKeys
          + "\033[?1l\033>" // application cursor keys and keypad
          + "\033[4l\033[20l" // insert mode, line feed mode
          + "\033[?5l\033[?7h\033[?25h" // reverse video off, autowrap on, cursor shown
          + "\033[0 q" // cursor's form
          + "\033[?69l\0337\033[r\0338" // margins; the cursor stays where it is
          + "\033(B\033)B\017" // character sets
          + "\033]8;;\033\\" // link
          + "\033[0m";

  private enum State {
    GROUND,
    ESCAPE,
    CONTROL
  }

  private static final int LONGEST = 64;

  private State state = State.GROUND;
  private final StringBuilder parameters = new StringBuilder();
  private boolean alternate;
  private boolean origin;
  private final int[] keyboards = new int[2];

  /** Follows what is written to the terminal. */
  void follow(Bytes output) {
    for (int i = 0; i < output.length(); i++) {
      follow(output.at(i));
    }
  }

  /** What to write so that the terminal is as a shell expects it. */
  Bytes off() {
    var text = new StringBuilder("\033\\\033[?2026l"); // ends a string, a synchronised update
    popKeyboard(text);
    if (alternate) {
      alternate = false;
      text.append("\033[?1049l");
      popKeyboard(text);
    }
    if (origin) {
      origin = false;
      text.append("\033[?6l");
    }
    state = State.GROUND;
    return Bytes.utf8(text.append(OFF).toString());
  }

  private void popKeyboard(StringBuilder text) {
    int screen = alternate ? 1 : 0;
    if (keyboards[screen] > 0) {
      text.append("\033[<").append(keyboards[screen]).append('u');
      keyboards[screen] = 0;
    }
  }

  private void follow(byte b) {
    if (b == 0x1b) {
      state = State.ESCAPE;
      return;
    }
    switch (state) {
      case GROUND -> {}
      case ESCAPE -> {
        state = b == '[' ? State.CONTROL : State.GROUND;
        parameters.setLength(0);
        if (b == 'c') {
          reset();
        }
      }
      case CONTROL -> {
        if (b >= 0x40 || b < 0) {
          state = State.GROUND;
          apply(b);
        } else if (b >= 0x20 && parameters.length() < LONGEST) {
          parameters.append((char) b);
        }
      }
    }
  }

  private void reset() {
    alternate = false;
    origin = false;
    keyboards[0] = 0;
    keyboards[1] = 0;
  }

  private void apply(byte last) {
    if (parameters.isEmpty()) {
      return;
    }
    var fields = parameters.substring(1).split(";", -1);
    int screen = alternate ? 1 : 0;
    switch (parameters.charAt(0)) {
      case '?' -> {
        if (last == 'h' || last == 'l') {
          for (var field : fields) {
            set(field, last == 'h');
          }
        }
      }
      case '>' -> keyboards[screen] += last == 'u' ? 1 : 0;
      case '<' -> {
        if (last == 'u') {
          int count = fields[0].matches("[0-9]{1,6}") ? Integer.parseInt(fields[0]) : 1;
          keyboards[screen] = Math.max(0, keyboards[screen] - count);
        }
      }
      default -> {}
    }
  }

  private void set(String mode, boolean on) {
    switch (mode) {
      case "47", "1047", "1049" -> alternate = on;
      case "6" -> origin = on;
      default -> {}
    }
  }
}
