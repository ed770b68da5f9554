package dev.mantra.terminal;

/**
 * Carries out what the {@link Parser} finds: the table of all control functions (ECMA-48, DEC,
 * xterm).
 */
final class Interpreter implements ControlFunctions {
  private static final int BS = 0x08;
  private static final int HT = 0x09;
  private static final int LF = 0x0A;
  private static final int VT = 0x0B;
  private static final int FF = 0x0C;
  private static final int CR = 0x0D;
  private static final int SO = 0x0E;
  private static final int SI = 0x0F;

  private final Screen screen;
  private final State state;
  private final Printer printer;
  private final Eraser eraser;
  private final Rectangles rectangles;
  private final ModeSwitch modeSwitch;
  private final ControlStrings strings;

  Interpreter(State state) {
    this.state = state;
    screen = state.screen;
    printer = new Printer(screen);
    eraser = state.eraser;
    rectangles = state.rectangles;
    modeSwitch = new ModeSwitch(state);
    strings = new ControlStrings(state);
  }

  @Override
  public int print(byte[] bytes, int from, int to) {
    return printer.print(bytes, from, to);
  }

  @Override
  public void print(int codePoint) {
    printer.print(codePoint);
  }

  @Override
  public void execute(int control) {
    screen.afterPrint = false;
    switch (control) {
      case BS -> screen.back(1);
      case HT -> screen.tab(1);
      case LF, VT, FF -> {
        screen.index();
        if (screen.modes.isSet(Mode.NEW_LINE)) {
          screen.carriageReturn();
        }
      }
      case CR -> screen.carriageReturn();
      case SO -> screen.charsets.shift(1);
      case SI -> screen.charsets.shift(0);
      default -> {}
    }
  }

  @Override
  public void escape(int intermediates, int last) {
    screen.afterPrint = false;
    switch (intermediates) {
      case 0 -> escape(last);
      case '#' -> {
        if (last == '8') {
          screenAlignment();
        }
      }
      case '(', ')', '*', '+' -> screen.charsets.designate(intermediates - '(', last);
      case '-', '.', '/' -> screen.charsets.designate(intermediates - ',', last);
      default -> {}
    }
  }

  private void escape(int last) {
    switch (last) {
      case '6' -> Editing.backIndex(screen);
      case '7' -> screen.save();
      case '8' -> screen.restore();
      case '9' -> Editing.forwardIndex(screen);
      case '=' -> screen.modes.set(Mode.APPLICATION_KEYPAD, true);
      case '>' -> screen.modes.set(Mode.APPLICATION_KEYPAD, false);
      case 'D' -> screen.index();
      case 'E' -> {
        screen.index();
        screen.carriageReturn();
      }
      case 'H' -> screen.tabs.set(screen.cursor.col);
      case 'M' -> screen.reverseIndex();
      case 'N' -> screen.charsets.singleShift(2);
      case 'O' -> screen.charsets.singleShift(3);
      case 'V' -> guard(Eraser.Guard.ISO, true);
      case 'W' -> guard(Eraser.Guard.ISO, false);
      case 'Z' -> state.queries++;
      case 'c' -> state.reset();
      case 'n' -> screen.charsets.shift(2);
      case 'o' -> screen.charsets.shift(3);
      default -> {}
    }
  }

  /** DECALN. */
  private void screenAlignment() {
    screen.resetMargins();
    screen.modes.set(Mode.ORIGIN, false);
    screen.cursor.set(0, 0);
    for (int y = 0; y < screen.rows; y++) {
      Row row = screen.grid.row(y);
      row.clear();
      row.erase(0, screen.columns, 'E', screen.columns);
    }
  }

  private void guard(Eraser.Guard kind, boolean on) {
    screen.pen.guarded = on;
    screen.pen.changed();
    if (on) {
      eraser.guard = kind;
    }
  }

  @Override
  public void controlSequence(Parameters p, int marker, int intermediates, int last) {
    boolean repeats = screen.afterPrint;
    screen.afterPrint = false;
    if ((marker | intermediates) != 0) {
      if (marker == 0) {
        withIntermediate(p, intermediates, last);
      } else if (marker == '?') {
        decPrivate(p, intermediates, last);
      } else if (intermediates == 0) {
        marked(p, marker, last);
      }
      return;
    }
    switch (last) {
      case '@' -> Editing.insertCharacters(screen, p.count(0));
      case 'A' -> screen.up(p.count(0));
      case 'B' -> screen.down(p.count(0));
      case 'C' -> screen.forward(p.count(0));
      case 'D' -> screen.back(p.count(0));
      case 'E' -> {
        screen.down(p.count(0));
        screen.carriageReturn();
      }
      case 'F' -> {
        screen.up(p.count(0));
        screen.carriageReturn();
      }
      case 'G', '`' -> screen.moveToColumn(p.count(0) - 1);
      case 'H', 'f' -> screen.moveTo(p.count(0) - 1, p.count(1) - 1);
      case 'I' -> screen.tab(p.count(0));
      case 'J' -> eraser.inDisplay(p.get(0), eraser.sparesGuarded());
      case 'K' -> eraser.inLine(p.get(0), eraser.sparesGuarded());
      case 'L' -> Editing.insertLines(screen, p.count(0));
      case 'M' -> Editing.deleteLines(screen, p.count(0));
      case 'P' -> Editing.deleteCharacters(screen, p.count(0));
      case 'S' -> screen.scrollUp(p.count(0));
      case 'T' -> {
        if (p.count <= 1) {
          screen.scrollDown(p.count(0));
        }
      }
      case 'X' -> eraser.characters(p.count(0));
      case 'Z' -> screen.backTab(p.count(0));
      case '^' -> screen.scrollDown(p.count(0));
      case 'a' -> screen.moveBy(0, p.count(0));
      case 'b' -> {
        screen.afterPrint = repeats;
        printer.repeat(p.count(0));
      }
      case 'c', 'n', 'x' -> state.queries++;
      case 'd' -> screen.moveToRow(p.count(0) - 1);
      case 'e' -> screen.moveBy(p.count(0), 0);
      case 'g' -> {
        switch (p.get(0)) {
          case 0 -> screen.tabs.clear(screen.cursor.col);
          case 3 -> screen.tabs.clearAll();
          default -> {}
        }
      }
      case 'h' -> modeSwitch.ansi(p, true);
      case 'l' -> modeSwitch.ansi(p, false);
      case 'm' -> {
        Sgr.apply(p, screen.pen);
        if (screen.styles.isFull()) {
          Compaction.run(screen);
        }
      }
      case 'r' -> topBottomMargins(p);
      case 's' -> {
        if (screen.modes.isSet(Mode.LEFT_RIGHT_MARGINS)) {
          leftRightMargins(p);
        } else {
          screen.save();
        }
      }
      case 't' -> windowOperation(p);
      case 'u' -> screen.restore();
      default -> {}
    }
  }

  private void withIntermediate(Parameters p, int intermediates, int last) {
    switch (intermediates << 8 | last) {
      case '!' << 8 | 'p' -> state.softReset();
      case ' ' << 8 | 'q' -> state.cursorStyle = Math.min(p.get(0), 6);
      case '"' << 8 | 'q' -> guard(Eraser.Guard.DEC, p.get(0) == 1);
      case '\'' << 8 | '}' -> Editing.insertColumns(screen, p.count(0));
      case '\'' << 8 | '~' -> Editing.deleteColumns(screen, p.count(0));
      case '*' << 8 | 'x' -> rectangles.exact = p.get(0) == 2;
      case '$' << 8 | 'p', '*' << 8 | 'y' -> state.queries++;
      case '$' << 8 | 'r' -> rectangles.changeAttributes(p, false);
      case '$' << 8 | 't' -> rectangles.changeAttributes(p, true);
      case '$' << 8 | 'v' -> rectangles.copy(p);
      case '$' << 8 | 'x' -> rectangles.fill(p);
      case '$' << 8 | 'z' -> rectangles.erase(p, false, eraser);
      case '$' << 8 | '{' -> rectangles.erase(p, true, eraser);
      default -> {}
    }
  }

  private void decPrivate(Parameters p, int intermediates, int last) {
    if (intermediates == '$' && last == 'p') {
      state.queries++;
    } else if (intermediates == 0) {
      switch (last) {
        case 'J' -> eraser.inDisplay(p.get(0), true);
        case 'K' -> eraser.inLine(p.get(0), true);
        case 'h' -> modeSwitch.dec(p, true);
        case 'l' -> modeSwitch.dec(p, false);
        case 'n', 'u' -> state.queries++;
        case 'r' -> modeSwitch.restore(p);
        case 's' -> modeSwitch.save(p);
        case 'W' -> {
          if (p.get(0) == 5) {
            screen.tabs.reset(screen.columns); // DECST8C
          }
        }
        default -> {}
      }
    }
  }

  private void marked(Parameters p, int marker, int last) {
    int which = screen.isAlternate() ? 1 : 0;
    switch (marker << 8 | last) {
      case '>' << 8 | 'u' -> state.keyboard.push(which, p.get(0));
      case '<' << 8 | 'u' -> state.keyboard.pop(which, p.count(0));
      case '=' << 8 | 'u' -> state.keyboard.set(which, p.get(0), p.count(1));
      case '>' << 8 | 'm' -> {
        if (p.get(0) == 4) {
          state.keyboard.modifyOtherKeys = p.get(1);
        }
      }
      case '>' << 8 | 'n' -> state.keyboard.modifyOtherKeys = 0;
      case '>' << 8 | 'c', '=' << 8 | 'c', '>' << 8 | 'q' -> state.queries++;
      default -> {}
    }
  }

  /** DECSTBM. */
  private void topBottomMargins(Parameters p) {
    int top = p.count(0) - 1;
    int bottom = Math.min(p.get(1, screen.rows), screen.rows) - 1;
    if (top < bottom) {
      screen.top = top;
      screen.bottom = bottom;
      screen.moveTo(0, 0);
    }
  }

  /** DECSLRM. */
  private void leftRightMargins(Parameters p) {
    int left = p.count(0) - 1;
    int right = Math.min(p.get(1, screen.columns), screen.columns) - 1;
    if (left < right) {
      screen.left = left;
      screen.right = right;
      screen.moveTo(0, 0);
    }
  }

  /** XTWINOPS: the title stack; the window itself is not ours to move. */
  private void windowOperation(Parameters p) {
    switch (p.get(0)) {
      case 11, 13, 14, 15, 16, 18, 19, 20, 21 -> state.queries++;
      case 22 -> state.titles.push(p.get(1));
      case 23 -> state.titles.pop(p.get(1));
      default -> {}
    }
  }

  @Override
  public void controlString(int introducer, byte[] text, int length) {
    screen.afterPrint = false;
    strings.run(introducer, text, length);
  }
}
