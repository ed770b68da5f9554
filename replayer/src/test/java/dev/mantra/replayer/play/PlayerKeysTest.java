package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.replayer.play.PlayerCommand.GoToPercent;
import dev.mantra.replayer.play.PlayerCommand.Simple;
import dev.mantra.replayer.play.PlayerCommand.Skip;
import dev.mantra.replayer.play.PlayerCommand.SkipPercent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlayerKeysTest {

  private static List<PlayerCommand> typed(String characters) {
    return characters
        .chars()
        .mapToObj(c -> PlayerKeys.command(new Key.Char(c)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<PlayerCommand> pressed(Key... keys) {
    return Stream.of(keys).map(PlayerKeys::command).flatMap(Optional::stream).toList();
  }

  @Test
  void charactersAreCommands() {
    var commands = typed(" .,][}{><=im?/nN:\014\032q");
    assertEquals(
        List.of(
            Simple.TOGGLE_PAUSE,
            Simple.NEXT_FRAME,
            Simple.PREVIOUS_FRAME,
            Simple.NEXT_MESSAGE,
            Simple.PREVIOUS_MESSAGE,
            Simple.NEXT_PROMPT,
            Simple.PREVIOUS_PROMPT,
            Simple.FASTER,
            Simple.SLOWER,
            Simple.NORMAL_SPEED,
            Simple.TOGGLE_IDLE,
            Simple.TOGGLE_PANE,
            Simple.TOGGLE_HELP,
            Simple.ASK_SEARCH,
            Simple.NEXT_HIT,
            Simple.PREVIOUS_HIT,
            Simple.ASK_POSITION,
            Simple.REDRAW,
            Simple.SUSPEND,
            Simple.QUIT),
        commands);
    assertEquals(List.of(Simple.FASTER, Simple.SLOWER, Simple.QUIT), typed("+-\003"));
    assertEquals(
        List.of(new GoToPercent(0), new GoToPercent(70), new GoToPercent(0), new GoToPercent(100)),
        typed("07gG"));
    var reachable = EnumSet.of(Simple.CANCEL);
    commands.forEach(command -> reachable.add((Simple) command));
    assertEquals(EnumSet.allOf(Simple.class), reachable, "every command has a key");
  }

  @Test
  void namedKeysAreCommands() {
    assertEquals(
        List.of(
            new Skip(5_000_000_000L),
            new Skip(-5_000_000_000L),
            new SkipPercent(10),
            new SkipPercent(-10),
            new Skip(60_000_000_000L),
            new Skip(-60_000_000_000L),
            new GoToPercent(0),
            new GoToPercent(100),
            Simple.CANCEL),
        pressed(
            Key.Named.RIGHT,
            Key.Named.LEFT,
            Key.Named.SHIFT_RIGHT,
            Key.Named.SHIFT_LEFT,
            Key.Named.PAGE_DOWN,
            Key.Named.PAGE_UP,
            Key.Named.HOME,
            Key.Named.END,
            Key.Named.ESCAPE));
  }

  @Test
  void aPasteAndOtherCharactersMeanNothing() {
    assertEquals(List.of(), pressed(new Key.Pasted("q"), new Key.Char(0xe9), Key.Named.UP));
    assertEquals(List.of(), typed("abXYZ$%\t"));
  }
}
