package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a terminal sends into keys: in the forms of xterm, rxvt, the Linux console and kitty,
 * wherever they are cut.
 *
 * <p>A terminal may send more than keys: answers to questions that recorded bytes asked, mouse and
 * focus reports. Those are recognised and dropped, so that no part of them is taken for a key.
 */
final class KeyDecoder {

  private static final int SHIFT = 2;
  private static final int CONTROL_BIT = 4;

  /** Shift, Caps Lock and Num Lock. */
  private static final int HARMLESS_BITS = 1 | 64 | 128;

  private static final int LONGEST = 64;
  private static final int LONGEST_PASTE = 4096;

  private enum State {
    GROUND,
    ESCAPE,
    CONTROL,
    SINGLE_SHIFT,
    LINUX_FUNCTION,
    STRING,
    STRING_ESCAPE,
    MOUSE
  }

  private final List<Key> keys = new ArrayList<>();
  private final StringBuilder parameters = new StringBuilder();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private State state = State.GROUND;
  private int mouseBytes;
  private boolean pasting;

  /** How many more bytes the character in {@link #text} has. */
  private int more;

  List<Key> feed(Bytes typed) {
    for (int i = 0; i < typed.length(); i++) {
      feed(typed.at(i) & 0xff);
    }
    return taken();
  }

  /** In the middle of something: more should follow at once. */
  boolean isPending() {
    return state != State.GROUND || pasting || more > 0;
  }

  /** Nothing followed: what came before was a key of its own, or nothing. */
  List<Key> giveUp() {
    if (state == State.ESCAPE) {
      keys.add(Key.Named.ESCAPE);
    }
    state = State.GROUND;
    pasting = false;
    more = 0;
    text.reset();
    return taken();
  }

  private List<Key> taken() {
    var taken = List.copyOf(keys);
    keys.clear();
    return taken;
  }

  private void feed(int c) {
    switch (state) {
      case GROUND -> ground(c);
      case ESCAPE -> escape(c);
      case CONTROL -> control(c);
      case SINGLE_SHIFT -> {
        state = State.GROUND;
        named((char) c, List.of());
      }
      case LINUX_FUNCTION -> state = State.GROUND;
      case STRING -> {
        if (c == 0x07 || c == 0x1b) {
          state = c == 0x07 ? State.GROUND : State.STRING_ESCAPE;
        }
      }
      case STRING_ESCAPE -> state = c == '\\' ? State.GROUND : State.STRING;
      case MOUSE -> {
        if (--mouseBytes == 0) {
          state = State.GROUND;
        }
      }
    }
  }

  private void ground(int c) {
    if (c == 0x1b) {
      state = State.ESCAPE;
      more = 0;
    } else if (pasting) {
      if (text.size() < LONGEST_PASTE) {
        text.write(c);
      }
    } else {
      character(c);
    }
  }

  /** A character in UTF-8; what is not well-formed is dropped. */
  private void character(int c) {
    if (c < 0x80) {
      more = 0;
      keys.add(new Key.Char(c));
    } else if (c >= 0xc0) {
      more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
      text.reset();
      text.write(c);
    } else if (more > 0) {
      text.write(c);
      if (--more == 0) {
        var decoded = text.toString(StandardCharsets.UTF_8);
        if (decoded.codePointCount(0, decoded.length()) == 1 && !decoded.equals("\ufffd")) {
          keys.add(new Key.Char(decoded.codePointAt(0)));
        }
      }
    }
  }

  private void escape(int c) {
    switch (c) {
      case '[' -> {
        parameters.setLength(0);
        state = State.CONTROL;
      }
      case 'O' -> state = State.SINGLE_SHIFT;
      case ']', 'P', '_', '^', 'X' -> state = State.STRING;
      case 0x1b -> keys.add(Key.Named.ESCAPE);
      case 0x03 -> {
        state = State.GROUND;
        character(c);
      }
      // a key together with Alt means nothing here
      default -> state = State.GROUND;
    }
  }

  private void control(int c) {
    if (c == 0x1b) {
      state = State.ESCAPE;
    } else if (c == '[' && parameters.isEmpty()) {
      state = State.LINUX_FUNCTION;
    } else if (c >= 0x20 && c < 0x40) {
      if (parameters.length() < LONGEST) {
        parameters.append((char) c);
      }
    } else if (c == 'M' && parameters.isEmpty()) {
      mouseBytes = 3;
      state = State.MOUSE;
    } else {
      state = State.GROUND;
      if (c >= 0x40 && c < 0x7f) {
        sequence((char) c);
      } else if (!pasting) {
        character(c);
      }
    }
  }

  private void sequence(char last) {
    var written = parameters.toString();
    if (!written.chars().allMatch(c -> Character.digit(c, 10) >= 0 || c == ';' || c == ':')) {
      return;
    }
    var numbers = numbers(written);
    boolean isPaste = last == '~' && !numbers.isEmpty() && numbers.getFirst() / 2 == 100;
    if (isPaste) {
      paste(numbers.getFirst());
    } else if (!pasting && !isReleased(written)) {
      if (numbers.isEmpty() || (last != '~' && last != 'u')) {
        named(last, numbers);
      } else if (last == '~') {
        tilde(numbers);
      } else {
        withModifiers(numbers.getFirst(), modifiers(numbers, 1));
      }
    }
  }

  private void paste(int marker) {
    if (marker == 201 && pasting) {
      keys.add(new Key.Pasted(text.toString(StandardCharsets.UTF_8)));
    }
    pasting = marker == 200;
    text.reset();
  }

  private void tilde(List<Integer> numbers) {
    switch (numbers.getFirst()) {
      case 1, 7 -> keys.add(Key.Named.HOME);
      case 3 -> keys.add(Key.Named.DELETE);
      case 4, 8 -> keys.add(Key.Named.END);
      case 5 -> keys.add(Key.Named.PAGE_UP);
      case 6 -> keys.add(Key.Named.PAGE_DOWN);
      case 27 -> {
        // xterm's modifyOtherKeys
        if (numbers.size() == 3) {
          withModifiers(numbers.get(2), modifiers(numbers, 1));
        }
      }
      default -> {}
    }
  }

  /** Cursor keys; rxvt has small letters for those with Shift. */
  private void named(char name, List<Integer> numbers) {
    boolean shift = modifiers(numbers, 1) == SHIFT;
    switch (name) {
      case 'A' -> keys.add(Key.Named.UP);
      case 'B' -> keys.add(Key.Named.DOWN);
      case 'C' -> keys.add(shift ? Key.Named.SHIFT_RIGHT : Key.Named.RIGHT);
      case 'D' -> keys.add(shift ? Key.Named.SHIFT_LEFT : Key.Named.LEFT);
      case 'c' -> rxvt(numbers, Key.Named.SHIFT_RIGHT);
      case 'd' -> rxvt(numbers, Key.Named.SHIFT_LEFT);
      case 'H' -> keys.add(Key.Named.HOME);
      case 'F' -> keys.add(Key.Named.END);
      default -> {}
    }
  }

  /** With numbers it is something else: an answer to what the terminal is. */
  private void rxvt(List<Integer> numbers, Key key) {
    if (numbers.isEmpty()) {
      keys.add(key);
    }
  }

  /** A key that is told by its code point: kitty's form, and xterm's modifyOtherKeys. */
  private void withModifiers(int code, int modifiers) {
    int bits = (modifiers - 1) & ~HARMLESS_BITS;
    if (bits == 0 && code == 0x1b) {
      keys.add(Key.Named.ESCAPE);
    } else if (bits == 0 && Character.isValidCodePoint(code)) {
      keys.add(new Key.Char(code));
    } else if (bits == CONTROL_BIT && code >= 'a' && code <= 'z') {
      keys.add(new Key.Char(code & 0x1f));
    }
  }

  private static List<Integer> numbers(String text) {
    var numbers = new ArrayList<Integer>();
    for (var field : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      int colon = field.indexOf(':');
      var digits = colon < 0 ? field : field.substring(0, colon);
      numbers.add(digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits));
    }
    return numbers;
  }

  private static int modifiers(List<Integer> numbers, int index) {
    return numbers.size() > index ? Math.max(1, numbers.get(index)) : 1;
  }

  /** Kitty may tell about keys being let go: {@code CSI 1;1:3C}. */
  private static boolean isReleased(String text) {
    return text.endsWith(":3");
  }
}
