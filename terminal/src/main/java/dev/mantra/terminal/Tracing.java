package dev.mantra.terminal;

/**
 * Carries out control functions like an {@link Interpreter}, but gives each character the offset of
 * its first byte in place of a style, and tells a listener of everything.
 *
 * <p>Of an offset a cell has the lower 32 bits: it is the last one before now that ends so.
 */
final class Tracing implements ControlFunctions {
  private static final long LOW = 0xFFFFFFFFL;
  private static final int BS = 0x08;
  private static final int CR = 0x0D;

  private final Interpreter interpreter;
  private final State state;
  private final StreamListener listener;

  /** Stream offset of index 0 of the array being fed. */
  private long base;

  /** The offset of the character that was printed last. */
  private long last;

  Tracing(State state, StreamListener listener) {
    this.state = state;
    this.listener = listener;
    interpreter = new Interpreter(state);
  }

  void begin(long newBase) {
    base = newBase;
  }

  /** An offset that is not before any that a cell has. */
  long now() {
    return Math.max(last, state.parser().offset());
  }

  static long offset(long cell, long now) {
    long offset = (now & ~LOW) | (cell >>> Cell.STYLE_SHIFT);
    return offset > now ? offset - LOW - 1 : offset;
  }

  @Override
  public int print(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte ch = bytes[i];
      if ((ch >= 0 && ch < 0x20) || ch == 0x7F) {
        break;
      }
      int end = i + 1;
      state.screen.pen.mark((int) (base + i));
      if (ch >= 0) {
        end = printAscii(bytes, i, to);
      } else {
        int word = i <= to - Integer.BYTES ? Utf8Decoder.word(bytes, i) : -1;
        int codePoint = Utf8Decoder.codePoint(word);
        if (codePoint == Utf8Decoder.ILL_FORMED) {
          break;
        }
        interpreter.print(codePoint);
        end = i + Utf8Decoder.length(codePoint);
      }
      i = end;
    }
    if (i > from) {
      last = base + i - 1;
      listener.printed(bytes, from, i, base + from);
    }
    return i;
  }

  /** As many as go into the row, at least one: all get the first one's offset, then their own. */
  private int printAscii(byte[] bytes, int from, int to) {
    var screen = state.screen;
    int column = screen.cursor.col;
    int room = screen.cursor.pending ? 1 : Math.max(1, screen.limit() - column - 1);
    int run = AsciiRun.end(bytes, from, Math.min(to, from + room));
    int end = interpreter.print(bytes, from, run);
    if (end > from + 1) {
      long[] cells = screen.row().cells(screen.columns);
      for (int i = 1; i < end - from; i++) {
        cells[column + i] += (long) i << Cell.STYLE_SHIFT;
      }
    }
    return end;
  }

  @Override
  public void print(int codePoint) {
    // what is cut by the end of an array began at most three bytes before; that is near enough
    last = state.parser().offset() - Utf8Decoder.length(codePoint);
    state.screen.pen.mark((int) last);
    interpreter.print(codePoint);
    listener.printed(codePoint, last);
  }

  @Override
  public void execute(int control) {
    interpreter.execute(control);
    if (control >= BS && control <= CR) {
      listener.controlled(control);
    }
  }

  @Override
  public void escape(int intermediates, int finalByte) {
    if (intermediates == 0 && finalByte == 'c') {
      listener.wiping();
    }
    interpreter.escape(intermediates, finalByte);
    if (intermediates == '#' || (intermediates == 0 && "DEM689c".indexOf(finalByte) >= 0)) {
      listener.moved();
    }
  }

  @Override
  public void controlSequence(Parameters p, int marker, int intermediates, int finalByte) {
    int before = state.screen.cursor.row;
    boolean plain = marker == 0 && intermediates == 0;
    boolean wipes =
        (plain && finalByte == 'J') || (marker == '?' && (finalByte == 'h' || finalByte == 'l'));
    if (wipes) {
      listener.wiping();
    }
    int columns = p.count(0);
    interpreter.controlSequence(p, marker, intermediates, finalByte);
    if (!plain) {
      if (intermediates != 0 || finalByte == 'K' || finalByte == 'J') {
        listener.edited();
      }
      return;
    }
    switch (finalByte) {
      case 'm', 'c', 'n', 't', 'x', 'g', 'h', 'l' -> {}
      case 'C', 'a' -> listener.skipped(columns);
      case 'K', 'J', 'X', 'P', '@', 'b' -> listener.edited();
      default -> {
        if (state.screen.cursor.row < before) {
          listener.wiping();
        }
        listener.moved();
      }
    }
  }

  @Override
  public void controlString(int introducer, byte[] text, int length) {
    interpreter.controlString(introducer, text, length);
  }
}
