package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.replayer.play.PlayerCommand.GoToPercent;
import dev.mantra.replayer.play.PlayerCommand.Simple;
import dev.mantra.replayer.play.PlayerCommand.Skip;
import dev.mantra.replayer.play.PlayerCommand.SkipPercent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerKeysTest {

  private static final PlayerCommand FORWARD = new Skip(5_000_000_000L);
  private static final PlayerCommand BACK = new Skip(-5_000_000_000L);
  private static final PlayerCommand MINUTE = new Skip(60_000_000_000L);
  private static final PlayerCommand MINUTE_BACK = new Skip(-60_000_000_000L);

  private static List<PlayerCommand> typed(String keys) {
    var whole = new PlayerKeys().feed(Bytes.utf8(keys));
    var single = new ArrayList<PlayerCommand>();
    var decoder = new PlayerKeys();
    var bytes = Bytes.utf8(keys);
    for (int i = 0; i < bytes.length(); i++) {
      single.addAll(decoder.feed(bytes.slice(i, 1)));
    }
    assertEquals(whole, single, "cut anywhere, keys are the same");
    return whole;
  }

  @Test
  void charactersAreCommands() {
    assertEquals(
        List.of(
            Simple.TOGGLE_PAUSE,
            Simple.STEP,
            Simple.NEXT_MARKER,
            Simple.PREVIOUS_MARKER,
            Simple.FASTER,
            Simple.FASTER,
            Simple.SLOWER,
            Simple.SLOWER,
            Simple.NORMAL_SPEED,
            Simple.TOGGLE_IDLE,
            Simple.TOGGLE_HELP,
            Simple.QUIT,
            Simple.QUIT),
        typed(" .][>+<-=i?q\003"));
    assertEquals(
        List.of(new GoToPercent(0), new GoToPercent(70), new GoToPercent(0), new GoToPercent(100)),
        typed("07gG"));
  }

  @Test
  void cursorKeysAreKnownInEveryForm() {
    assertEquals(List.of(FORWARD, BACK), typed("\033[C\033[D"), "normal");
    assertEquals(List.of(FORWARD, BACK), typed("\033OC\033OD"), "application mode");
    assertEquals(List.of(FORWARD, BACK), typed("\033[1;1C\033[1;1:1D"), "kitty");
    assertEquals(List.of(), typed("\033[1;1:3C\033[1;2:3C\033[5;1:3~"), "kitty, let go");
    var percent = List.<PlayerCommand>of(new SkipPercent(10), new SkipPercent(-10));
    assertEquals(percent, typed("\033[1;2C\033[1;2D"), "xterm with Shift");
    assertEquals(percent, typed("\033[c\033[d"), "rxvt with Shift");
  }

  @Test
  void pageAndEndKeysAreKnownInEveryForm() {
    assertEquals(List.of(MINUTE_BACK, MINUTE), typed("\033[5~\033[6~"));
    var ends = List.<PlayerCommand>of(new GoToPercent(0), new GoToPercent(100));
    assertEquals(ends, typed("\033[H\033[F"), "xterm");
    assertEquals(ends, typed("\033OH\033OF"), "xterm, application mode");
    assertEquals(ends, typed("\033[1~\033[4~"), "Linux console");
    assertEquals(ends, typed("\033[7~\033[8~"), "rxvt");
  }

  @Test
  void keysThatAreToldByTheirCodeAreKnown() {
    assertEquals(List.of(Simple.QUIT), typed("\033[113u"), "kitty: q");
    assertEquals(List.of(Simple.QUIT), typed("\033[99;5u"), "kitty: Ctrl-C");
    assertEquals(List.of(Simple.QUIT), typed("\033[99;133u"), "kitty: Ctrl-C with Num Lock");
    assertEquals(List.of(), typed("\033[99;5:3u\033[113;3u"), "kitty: let go; with Alt");
    assertEquals(List.of(Simple.QUIT), typed("\033[27;5;99~"), "xterm: Ctrl-C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\033[?1;2c", // primary device attributes
        "\033[>41;370;0c", // secondary device attributes
        "\033[24;80R", // position of the cursor
        "\033[0n", // status
        "\033[?2026;2$y", // a mode
        "\033[?1u", // kitty's keyboard modes
        "\033[I\033[O", // focus
        "\033[<0;10;20M\033[<0;10;20m", // mouse
        "\033[M !!", // mouse, the old way
        "\033[Mq.q", // mouse where its bytes look like keys
        "\033]11;rgb:ffff/ffff/ffff\033\\", // background colour
        "\033]11;rgb:ffff/ffff/ffff\007",
        "\033P1+r544e=7878\033\\", // a capability
        "\033_Gi=1;OK\033\\", // kitty's graphics
        "\033[200~q 5 quit\033[C\033[201~", // a paste
        "\033[[A", // F1 on the Linux console
        "\033OP\033[15~", // F1, F5
        "\033q\033 ", // with Alt
        "é✓", // what is not ASCII
      })
  void whatElseATerminalSendsIsNoKey(String sent) {
    assertEquals(List.of(), typed(sent));
    assertEquals(List.of(Simple.QUIT), typed(sent + "q"), "the key behind it is one");
  }

  @Test
  void escapeAloneIsGivenUpAndTheNextKeyCounts() {
    for (var start : List.of("\033", "\033[", "\033O", "\033]0;", "\033[200~")) {
      var keys = new PlayerKeys();
      assertEquals(List.of(), keys.feed(Bytes.utf8(start)));
      assertTrue(keys.isPending());
      keys.giveUp();
      assertFalse(keys.isPending());
      assertEquals(List.of(Simple.QUIT), keys.feed(Bytes.utf8("q")));
    }
  }

  @Test
  void ctrlCBehindEscapeQuits() {
    assertEquals(List.of(Simple.QUIT), typed("\033\003"));
  }

  @Property
  void anyBytesCutAnywhereGiveTheSameCommands(@ForAll byte[] bytes) {
    var whole = new PlayerKeys().feed(Bytes.wrap(bytes.clone()));
    var decoder = new PlayerKeys();
    var single = new ArrayList<PlayerCommand>();
    for (byte b : bytes) {
      single.addAll(decoder.feed(Bytes.wrap(new byte[] {b})));
    }
    assertEquals(whole, single);
  }
}
