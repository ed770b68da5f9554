package dev.mantra.formats.conversation;

import java.util.function.IntConsumer;

/** Keys that terminals send as sequences: in the forms of xterm, rxvt and kitty. */
final class KeySequence {

  private static final int SHIFT = 1;
  private static final int ALT = 2;
  private static final int CONTROL = 4;

  /** Caps Lock and Num Lock. */
  private static final int LOCKS = 64 | 128;

  private static final int KEYPAD_ENTER = 57414;

  private final KeyboardInput.Sink sink;
  private final IntConsumer controls;

  /**
   * @param controls takes characters that have a meaning of their own, as those with Control do
   */
  KeySequence(KeyboardInput.Sink sink, IntConsumer controls) {
    this.sink = sink;
    this.controls = controls;
  }

  /** Takes a sequence; one that is no key is passed over. */
  void complete(String parameters, char last) {
    if (!parameters.chars().allMatch(c -> Character.digit(c, 10) >= 0 || c == ';' || c == ':')) {
      return;
    }
    var fields = parameters.split(";", -1);
    if (isReleased(fields)) {
      return;
    }
    switch (last) {
      case 'A', 'B' -> sink.stroke(Stroke.RECALL);
      case 'C' -> sink.stroke(isPlain(fields) ? Stroke.RIGHT : Stroke.WORD_RIGHT);
      case 'D' -> sink.stroke(isPlain(fields) ? Stroke.LEFT : Stroke.WORD_LEFT);
      case 'H' -> sink.stroke(Stroke.HOME);
      case 'F' -> sink.stroke(Stroke.END);
      case 'M' -> {
        if (parameters.isEmpty()) {
          sink.stroke(Stroke.SUBMIT); // the keypad's
        }
      }
      case '~' -> tilde(fields);
      case 'u' -> key(number(fields, 0, 0), modifiers(fields), kittyText(fields));
      default -> {}
    }
  }

  private void tilde(String[] fields) {
    switch (number(fields, 0, 0)) {
      case 1, 7 -> sink.stroke(Stroke.HOME);
      case 3 -> sink.stroke(Stroke.DELETE);
      case 4, 8 -> sink.stroke(Stroke.END);
      case 27 -> { // xterm's modifyOtherKeys
        if (fields.length == 3) {
          int code = number(fields, 2, 0);
          key(code, modifiers(fields), code);
        }
      }
      default -> {}
    }
  }

  /**
   * A key that is told by its code point.
   *
   * @param text the character that it gives
   */
  private void key(int code, int held, int text) {
    switch (code) {
      case '\r', KEYPAD_ENTER -> sink.stroke(held == 0 ? Stroke.SUBMIT : Stroke.NEW_LINE);
      case '\t' -> {
        if (held == 0) {
          sink.stroke(Stroke.COMPLETE);
        }
      }
      case 0x08, 0x7f ->
          sink.stroke((held & (ALT | CONTROL)) == 0 ? Stroke.BACKSPACE : Stroke.CUT_WORD);
      case 0x1b -> sink.stroke(Stroke.ESCAPE);
      default -> {
        if (held == CONTROL && code >= '@' && code < 0x7f) {
          controls.accept(code & 0x1f);
        } else if ((held & ~SHIFT) == 0 && isCharacter(text)) {
          sink.text(text);
        }
      }
    }
  }

  /**
   * {@code CSI code:shifted:base ; modifiers:event ; text u}, of which all but the first may miss.
   */
  private static int kittyText(String[] fields) {
    int text = number(fields, 2, 0);
    int shifted = number(fields, 0, 1);
    if (text > 0) {
      return text;
    }
    return modifiers(fields) == SHIFT && shifted > 0 ? shifted : number(fields, 0, 0);
  }

  /** Kitty tells keys without a character by code points of the private use area. */
  private static boolean isCharacter(int code) {
    return code >= ' '
        && Character.isValidCodePoint(code)
        && Character.getType(code) != Character.PRIVATE_USE
        && Character.getType(code) != Character.SURROGATE;
  }

  private static boolean isPlain(String[] fields) {
    return modifiers(fields) == 0;
  }

  private static int modifiers(String[] fields) {
    return (Math.max(1, number(fields, 1, 0)) - 1) & ~LOCKS;
  }

  /** Kitty may tell about keys being let go: {@code CSI 1;1:3C}. */
  private static boolean isReleased(String[] fields) {
    return number(fields, 1, 1) == 3;
  }

  /** A number among the parameters, whose parts stand between colons; 0 where there is none. */
  private static int number(String[] fields, int field, int part) {
    if (field >= fields.length) {
      return 0;
    }
    var parts = fields[field].split(":", -1);
    return part >= parts.length || parts[part].isEmpty() || parts[part].length() > 9
        ? 0
        : Integer.parseInt(parts[part]);
  }
}
