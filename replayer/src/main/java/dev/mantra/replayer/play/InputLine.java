package dev.mantra.replayer.play;

/** A line that is being typed, with a cursor in it. */
final class InputLine {

  private static final int CONTROL_A = 0x01;
  private static final int CONTROL_C = 0x03;
  private static final int CONTROL_E = 0x05;
  private static final int CONTROL_G = 0x07;
  private static final int CONTROL_H = 0x08;
  private static final int CONTROL_U = 0x15;
  private static final int CONTROL_W = 0x17;
  private static final int DELETE = 0x7f;
  private static final int MOST = 1000;

  /** What a key did to the line. */
  enum Outcome {
    NOTHING,
    CHANGED,
    ACCEPTED,
    CANCELLED
  }

  /** The line at one moment, with the number of characters before the cursor. */
  record Typed(String prompt, String text, int cursor) {}

  private final String prompt;
  private final StringBuilder text = new StringBuilder();
  private int cursor;

  InputLine(String prompt) {
    this.prompt = prompt;
  }

  String text() {
    return text.toString();
  }

  Typed typed() {
    return new Typed(prompt, text.toString(), cursor);
  }

  Outcome press(Key key) {
    return switch (key) {
      case Key.Char(int c) -> character(c);
      case Key.Pasted(String pasted) -> paste(pasted);
      case Key.Named named -> named(named);
    };
  }

  private Outcome character(int c) {
    return switch (c) {
      case '\r', '\n' -> Outcome.ACCEPTED;
      case CONTROL_C, CONTROL_G -> Outcome.CANCELLED;
      case CONTROL_H, DELETE -> text.isEmpty() ? Outcome.CANCELLED : delete(before(cursor), cursor);
      case CONTROL_U -> delete(0, cursor);
      case CONTROL_W -> delete(wordBefore(), cursor);
      case CONTROL_A -> move(0);
      case CONTROL_E -> move(text.length());
      default -> c < ' ' ? Outcome.NOTHING : insert(Character.toString(c));
    };
  }

  private Outcome named(Key.Named key) {
    return switch (key) {
      case ESCAPE -> Outcome.CANCELLED;
      case LEFT, SHIFT_LEFT -> move(before(cursor));
      case RIGHT, SHIFT_RIGHT -> move(after(cursor));
      case HOME -> move(0);
      case END -> move(text.length());
      case DELETE -> delete(cursor, after(cursor));
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> Outcome.NOTHING;
    };
  }

  /** Only the first line of what was pasted, without control characters. */
  private Outcome paste(String pasted) {
    var line = new StringBuilder();
    pasted
        .lines()
        .findFirst()
        .orElse("")
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .forEach(line::appendCodePoint);
    return insert(line.toString());
  }

  private Outcome insert(String more) {
    if (more.isEmpty() || text.length() + more.length() > MOST) {
      return Outcome.NOTHING;
    }
    text.insert(cursor, more);
    cursor += more.length();
    return Outcome.CHANGED;
  }

  private Outcome delete(int from, int to) {
    if (from == to) {
      return Outcome.NOTHING;
    }
    text.delete(from, to);
    cursor = from;
    return Outcome.CHANGED;
  }

  private Outcome move(int to) {
    cursor = to;
    return Outcome.NOTHING;
  }

  private int before(int at) {
    return at == 0 ? 0 : text.offsetByCodePoints(at, -1);
  }

  private int after(int at) {
    return at == text.length() ? at : text.offsetByCodePoints(at, 1);
  }

  private int wordBefore() {
    int at = cursor;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && text.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }
}
