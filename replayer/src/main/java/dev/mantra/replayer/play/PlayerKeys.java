package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns what a terminal sends into commands: keys in the forms of xterm, rxvt, the Linux console
 * and kitty, wherever they are cut.
 *
 * <p>A recording that is written out as it is can make the terminal send more than keys: answers to
 * questions, mouse and focus reports, marked pastes. Those are recognised and dropped, so that no
 * part of them is taken for a key.
 */
final class PlayerKeys {

  private static final long SECOND = 1_000_000_000L;
  private static final int SHIFT = 2;
  private static final int CONTROL_BIT = 4;

  /** Shift, Caps Lock and Num Lock. */
  private static final int HARMLESS_BITS = 1 | 64 | 128;

  private static final int RELEASED = 3;
  private static final int LONGEST = 64;

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

  private State state = State.GROUND;
  private final StringBuilder parameters = new StringBuilder();
  private int mouseBytes;
  private boolean pasting;

  List<PlayerCommand> feed(Bytes typed) {
    var commands = new ArrayList<PlayerCommand>();
    for (int i = 0; i < typed.length(); i++) {
      var command = feed(typed.at(i) & 0xff);
      if (!pasting) {
        command.ifPresent(commands::add);
      }
    }
    return commands;
  }

  /** In the middle of something: more should follow at once. */
  boolean isPending() {
    return state != State.GROUND || pasting;
  }

  /** Nothing followed: what came before was a key of its own. */
  void giveUp() {
    state = State.GROUND;
    pasting = false;
  }

  private Optional<PlayerCommand> feed(int c) {
    return switch (state) {
      case GROUND -> ground(c);
      case ESCAPE -> escape(c);
      case CONTROL -> control(c);
      case SINGLE_SHIFT -> go(State.GROUND, () -> named((char) c, List.of()));
      case LINUX_FUNCTION -> go(State.GROUND);
      case STRING -> c == 0x07 ? go(State.GROUND) : c == 0x1b ? go(State.STRING_ESCAPE) : none();
      case STRING_ESCAPE -> c == '\\' ? go(State.GROUND) : go(State.STRING);
      case MOUSE -> --mouseBytes == 0 ? go(State.GROUND) : none();
    };
  }

  private Optional<PlayerCommand> ground(int c) {
    return c == 0x1b ? go(State.ESCAPE) : character(c);
  }

  private Optional<PlayerCommand> escape(int c) {
    return switch (c) {
      case '[' -> {
        parameters.setLength(0);
        yield go(State.CONTROL);
      }
      case 'O' -> go(State.SINGLE_SHIFT);
      case ']', 'P', '_', '^', 'X' -> go(State.STRING);
      case 0x1b -> none();
      case 0x03 -> go(State.GROUND, () -> character(c));
      // a key together with Alt means nothing here
      default -> go(State.GROUND);
    };
  }

  private Optional<PlayerCommand> control(int c) {
    if (c == 0x1b) {
      return go(State.ESCAPE);
    }
    if (c == '[' && parameters.isEmpty()) {
      return go(State.LINUX_FUNCTION);
    }
    if (c >= 0x20 && c < 0x40) {
      if (parameters.length() < LONGEST) {
        parameters.append((char) c);
      }
      return none();
    }
    if (c == 'M' && parameters.isEmpty()) {
      mouseBytes = 3;
      return go(State.MOUSE);
    }
    state = State.GROUND;
    return c >= 0x40 && c < 0x7f ? sequence((char) c) : character(c);
  }

  private Optional<PlayerCommand> sequence(char last) {
    var text = parameters.toString();
    if (!text.chars().allMatch(c -> Character.digit(c, 10) >= 0 || c == ';' || c == ':')) {
      return none();
    }
    var numbers = numbers(text);
    if (last == '~' && !numbers.isEmpty()) {
      return tilde(numbers);
    }
    if (last == 'u' && !numbers.isEmpty()) {
      return isReleased(text) ? none() : withModifiers(numbers.getFirst(), modifiers(numbers, 1));
    }
    return isReleased(text) ? none() : named(last, numbers);
  }

  private Optional<PlayerCommand> tilde(List<Integer> numbers) {
    return switch (numbers.getFirst()) {
      case 200 -> {
        pasting = true;
        yield none();
      }
      case 201 -> {
        pasting = false;
        yield none();
      }
      // xterm's modifyOtherKeys
      case 27 ->
          numbers.size() == 3
              ? withModifiers(numbers.get(2), modifiers(numbers, 1))
              : Optional.<PlayerCommand>empty();
      case 1, 7 -> isReleased(parameters) ? none() : goTo(0);
      case 4, 8 -> isReleased(parameters) ? none() : goTo(100);
      case 5 -> isReleased(parameters) ? none() : skip(-60);
      case 6 -> isReleased(parameters) ? none() : skip(60);
      default -> none();
    };
  }

  /** Cursor keys; rxvt has small letters for those with Shift. */
  private static Optional<PlayerCommand> named(char name, List<Integer> numbers) {
    boolean shift = modifiers(numbers, 1) == SHIFT;
    return switch (name) {
      case 'C' -> shift ? skipPercent(10) : skip(5);
      case 'D' -> shift ? skipPercent(-10) : skip(-5);
      case 'c' -> numbers.isEmpty() ? skipPercent(10) : none();
      case 'd' -> numbers.isEmpty() ? skipPercent(-10) : none();
      case 'H' -> goTo(0);
      case 'F' -> goTo(100);
      default -> none();
    };
  }

  /** A key that is told by its code point: kitty's form, and xterm's modifyOtherKeys. */
  private static Optional<PlayerCommand> withModifiers(int code, int modifiers) {
    return switch ((modifiers - 1) & ~HARMLESS_BITS) {
      case 0 -> character(code);
      case CONTROL_BIT -> code == 'c' ? character(0x03) : Optional.<PlayerCommand>empty();
      default -> none();
    };
  }

  private static Optional<PlayerCommand> character(int c) {
    return switch (c) {
      case ' ' -> Optional.of(PlayerCommand.Simple.TOGGLE_PAUSE);
      case '.' -> Optional.of(PlayerCommand.Simple.STEP);
      case ']' -> Optional.of(PlayerCommand.Simple.NEXT_MARKER);
      case '[' -> Optional.of(PlayerCommand.Simple.PREVIOUS_MARKER);
      case '>', '+' -> Optional.of(PlayerCommand.Simple.FASTER);
      case '<', '-' -> Optional.of(PlayerCommand.Simple.SLOWER);
      case '=' -> Optional.of(PlayerCommand.Simple.NORMAL_SPEED);
      case 'i' -> Optional.of(PlayerCommand.Simple.TOGGLE_IDLE);
      case '?' -> Optional.of(PlayerCommand.Simple.TOGGLE_HELP);
      case 'q', 0x03 -> Optional.of(PlayerCommand.Simple.QUIT);
      case 'g' -> goTo(0);
      case 'G' -> goTo(100);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> goTo((c - '0') * 10);
      default -> none();
    };
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
  private static boolean isReleased(CharSequence text) {
    return text.toString().endsWith(":" + RELEASED);
  }

  private Optional<PlayerCommand> go(State to) {
    state = to;
    return none();
  }

  private Optional<PlayerCommand> go(State to, Supplier<Optional<PlayerCommand>> command) {
    state = to;
    return command.get();
  }

  private static Optional<PlayerCommand> none() {
    return Optional.empty();
  }

  private static Optional<PlayerCommand> skip(long seconds) {
    return Optional.of(new PlayerCommand.Skip(seconds * SECOND));
  }

  private static Optional<PlayerCommand> skipPercent(int percent) {
    return Optional.of(new PlayerCommand.SkipPercent(percent));
  }

  private static Optional<PlayerCommand> goTo(int percent) {
    return Optional.of(new PlayerCommand.GoToPercent(percent));
  }
}
