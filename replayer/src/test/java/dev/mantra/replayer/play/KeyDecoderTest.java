package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {

  private static final Key Q = new Key.Char('q');
  private static final Key CONTROL_C = new Key.Char(3);

  private static List<Key> typed(String keys) {
    return typed(Bytes.utf8(keys));
  }

  private static List<Key> typed(Bytes bytes) {
    var whole = new KeyDecoder().feed(bytes);
    var single = new ArrayList<Key>();
    var decoder = new KeyDecoder();
    for (int i = 0; i < bytes.length(); i++) {
      single.addAll(decoder.feed(bytes.slice(i, 1)));
    }
    assertEquals(whole, single, "cut anywhere, keys are the same");
    return whole;
  }

  @Test
  void charactersAreKeys() {
    assertEquals(
        List.of(
            Q, new Key.Char(0xe9), new Key.Char(0x754c), new Key.Char(0x1f600), new Key.Char('\r')),
        typed("qé界😀\r"));
  }

  @Test
  void cursorKeysAreKnownInEveryForm() {
    List<Key> keys = List.of(Key.Named.UP, Key.Named.DOWN, Key.Named.RIGHT, Key.Named.LEFT);
    assertEquals(keys, typed("\033[A\033[B\033[C\033[D"), "normal");
    assertEquals(keys, typed("\033OA\033OB\033OC\033OD"), "application mode");
    assertEquals(keys, typed("\033[1;1A\033[1;1B\033[1;1C\033[1;1:1D"), "kitty");
    assertEquals(List.of(), typed("\033[1;1:3C\033[1;2:3C\033[5;1:3~"), "kitty, let go");
    List<Key> shift = List.of(Key.Named.SHIFT_RIGHT, Key.Named.SHIFT_LEFT);
    assertEquals(shift, typed("\033[1;2C\033[1;2D"), "xterm with Shift");
    assertEquals(shift, typed("\033[c\033[d"), "rxvt with Shift");
  }

  @Test
  void pageAndEndKeysAreKnownInEveryForm() {
    assertEquals(
        List.of(Key.Named.PAGE_UP, Key.Named.PAGE_DOWN, Key.Named.DELETE),
        typed("\033[5~\033[6~\033[3~"));
    List<Key> ends = List.of(Key.Named.HOME, Key.Named.END);
    assertEquals(ends, typed("\033[H\033[F"), "xterm");
    assertEquals(ends, typed("\033OH\033OF"), "xterm, application mode");
    assertEquals(ends, typed("\033[1~\033[4~"), "Linux console");
    assertEquals(ends, typed("\033[7~\033[8~"), "rxvt");
  }

  @Test
  void keysThatAreToldByTheirCodeAreKnown() {
    assertEquals(List.of(Q), typed("\033[113u"), "kitty: q");
    assertEquals(List.of(Key.Named.ESCAPE), typed("\033[27u"), "kitty: Escape");
    assertEquals(List.of(CONTROL_C), typed("\033[99;5u"), "kitty: Ctrl-C");
    assertEquals(List.of(CONTROL_C), typed("\033[99;133u"), "kitty: Ctrl-C with Num Lock");
    assertEquals(List.of(), typed("\033[99;5:3u\033[113;3u"), "kitty: let go; with Alt");
    assertEquals(List.of(CONTROL_C), typed("\033[27;5;99~"), "xterm: Ctrl-C");
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
        "\033[[A", // F1 on the Linux console
        "\033OP\033[15~", // F1, F5
        "\033q\033 ", // with Alt
      })
  void whatElseATerminalSendsIsNoKey(String sent) {
    assertEquals(List.of(Q), typed(sent + "q"), "but the key behind it is one");
  }

  @Test
  void aPasteIsOneKey() {
    assertEquals(List.of(new Key.Pasted("q 5\rquit"), Q), typed("\033[200~q 5\rquit\033[201~q"));
    var large = "x".repeat(100_000);
    assertEquals(
        4096, ((Key.Pasted) typed("\033[200~" + large + "\033[201~").getFirst()).text().length());
  }

  @Test
  void bytesThatAreNoTextAreNoKeys() {
    assertEquals(
        List.of(Q),
        typed(Bytes.wrap(new byte[] {(byte) 0xff, (byte) 0x80, (byte) 0xe2, (byte) 0x82, 'q'})));
  }

  @Test
  void escapeAloneIsAKeyOnceNothingFollows() {
    var keys = new KeyDecoder();
    assertEquals(List.of(), keys.feed(Bytes.utf8("\033")));
    assertTrue(keys.isPending());
    assertEquals(List.of(Key.Named.ESCAPE), keys.giveUp());
    assertFalse(keys.isPending());
    assertEquals(List.of(), keys.giveUp());
  }

  @Test
  void whatIsNotCompletedIsGivenUpAndTheNextKeyCounts() {
    for (var start : List.of("\033[", "\033O", "\033]0;", "\033[200~", "\u754c".substring(0, 1))) {
      var keys = new KeyDecoder();
      var bytes = Bytes.utf8(start);
      boolean isCut = start.charAt(0) != 0x1b;
      assertEquals(List.of(), keys.feed(isCut ? bytes.slice(0, 2) : bytes));
      assertTrue(keys.isPending());
      assertEquals(List.of(), keys.giveUp());
      assertFalse(keys.isPending());
      assertEquals(List.of(Q), keys.feed(Bytes.utf8("q")));
    }
  }

  @Test
  void ctrlCBehindEscapeCounts() {
    assertEquals(List.of(CONTROL_C), typed("\033\003"));
  }

  @Property
  void anyBytesCutAnywhereGiveTheSameKeys(@ForAll byte[] bytes) {
    typed(Bytes.wrap(bytes.clone()));
  }
}
