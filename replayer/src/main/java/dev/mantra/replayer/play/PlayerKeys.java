package dev.mantra.replayer.play;

import java.util.Optional;

/** Which key tells the player what. */
final class PlayerKeys {

  private static final long SECOND = 1_000_000_000L;
  private static final int CONTROL_C = 0x03;
  private static final int CONTROL_L = 0x0c;
  private static final int CONTROL_Z = 0x1a;

  private PlayerKeys() {}

  /** What a key means; empty for one that means nothing. */
  static Optional<PlayerCommand> command(Key key) {
    return switch (key) {
      case Key.Char(int codePoint) -> character(codePoint);
      case Key.Named named -> named(named);
      case Key.Pasted _ -> Optional.empty();
    };
  }

  private static Optional<PlayerCommand> character(int c) {
    return switch (c) {
      case ' ' -> Optional.of(PlayerCommand.Simple.TOGGLE_PAUSE);
      case '.' -> Optional.of(PlayerCommand.Simple.NEXT_FRAME);
      case ',' -> Optional.of(PlayerCommand.Simple.PREVIOUS_FRAME);
      case ']' -> Optional.of(PlayerCommand.Simple.NEXT_MESSAGE);
      case '[' -> Optional.of(PlayerCommand.Simple.PREVIOUS_MESSAGE);
      case '}' -> Optional.of(PlayerCommand.Simple.NEXT_PROMPT);
      case '{' -> Optional.of(PlayerCommand.Simple.PREVIOUS_PROMPT);
      case '>', '+' -> Optional.of(PlayerCommand.Simple.FASTER);
      case '<', '-' -> Optional.of(PlayerCommand.Simple.SLOWER);
      case '=' -> Optional.of(PlayerCommand.Simple.NORMAL_SPEED);
      case 'i' -> Optional.of(PlayerCommand.Simple.TOGGLE_IDLE);
      case 'm' -> Optional.of(PlayerCommand.Simple.TOGGLE_PANE);
      case '?' -> Optional.of(PlayerCommand.Simple.TOGGLE_HELP);
      case '/' -> Optional.of(PlayerCommand.Simple.ASK_SEARCH);
      case 'n' -> Optional.of(PlayerCommand.Simple.NEXT_HIT);
      case 'N' -> Optional.of(PlayerCommand.Simple.PREVIOUS_HIT);
      case ':' -> Optional.of(PlayerCommand.Simple.ASK_POSITION);
      case CONTROL_L -> Optional.of(PlayerCommand.Simple.REDRAW);
      case CONTROL_Z -> Optional.of(PlayerCommand.Simple.SUSPEND);
      case 'q', CONTROL_C -> Optional.of(PlayerCommand.Simple.QUIT);
      case 'g' -> goTo(0);
      case 'G' -> goTo(100);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> goTo((c - '0') * 10);
      default -> Optional.empty();
    };
  }

  private static Optional<PlayerCommand> named(Key.Named key) {
    return switch (key) {
      case RIGHT -> skip(5);
      case LEFT -> skip(-5);
      case SHIFT_RIGHT -> Optional.of(new PlayerCommand.SkipPercent(10));
      case SHIFT_LEFT -> Optional.of(new PlayerCommand.SkipPercent(-10));
      case PAGE_DOWN -> skip(60);
      case PAGE_UP -> skip(-60);
      case HOME -> goTo(0);
      case END -> goTo(100);
      case ESCAPE -> Optional.of(PlayerCommand.Simple.CANCEL);
      case UP, DOWN, DELETE -> Optional.empty();
    };
  }

  private static Optional<PlayerCommand> skip(long seconds) {
    return Optional.of(new PlayerCommand.Skip(seconds * SECOND));
  }

  private static Optional<PlayerCommand> goTo(int percent) {
    return Optional.of(new PlayerCommand.GoToPercent(percent));
  }
}
