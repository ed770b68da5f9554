package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeftOnModesTest {

  private static String offAfter(String output) {
    var modes = new LeftOnModes();
    modes.follow(Bytes.utf8(output));
    var whole = modes.off().toUtf8();
    var cut = new LeftOnModes();
    var bytes = Bytes.utf8(output);
    for (int i = 0; i < bytes.length(); i++) {
      cut.follow(bytes.slice(i, 1));
    }
    assertEquals(whole, cut.off().toUtf8(), "cut anywhere, the modes are the same");
    return whole;
  }

  @Test
  void everyModeIsSwitchedOffWhateverWasRecorded() {
    var off = offAfter("");
    for (var mode :
        List.of("1000", "1002", "1003", "1006", "1004", "2004", "2026", "5", "69", "2031")) {
      assertTrue(off.matches("(?s).*\033\\[\\?([0-9;]*;)?" + mode + "(;[0-9;]*)?l.*"), mode);
    }
    for (var sequence :
        List.of(
            "\033[?1l",
            "\033>",
            "\033[?25h",
            "\033[?7h",
            "\033[0m",
            "\033[r",
            "\033(B",
            "\017",
            "\033[>4;0m",
            "\033[0 q",
            "\033[4l",
            "\033]8;;\033\\")) {
      assertTrue(off.contains(sequence), sequence);
    }
  }

  @Test
  void theAlternateScreenIsLeftOnlyWhereOneIsInIt() {
    assertFalse(offAfter("plain \033[?25l").contains("1049"));
    assertTrue(offAfter("\033[?1049h vim").contains("\033[?1049l"));
    assertTrue(offAfter("\033[?25;1049h").contains("\033[?1049l"));
    assertTrue(offAfter("\033[?47h").contains("\033[?1049l"));
    assertFalse(offAfter("\033[?1049h vim \033[?1049l").contains("1049"));
    assertFalse(offAfter("\033[?1049h vim \033c").contains("1049"), "after a full reset");
    assertFalse(offAfter("\033[1049h").contains("1049"), "no private mode");
  }

  @Test
  void whatTheRecordingPutOnTheKeyboardStackIsTakenOffAndNoMore() {
    assertFalse(offAfter("\033[?u").contains("u"));
    assertTrue(offAfter("\033[>1u\033[>5u").contains("\033[<2u"));
    assertTrue(offAfter("\033[>1u\033[>5u\033[<u").contains("\033[<1u"));
    assertFalse(offAfter("\033[>1u\033[<5u").contains("u"));
    var both = offAfter("\033[>1u\033[?1049h\033[>1u\033[>1u");
    assertTrue(both.indexOf("\033[<2u") < both.indexOf("\033[?1049l"), "that of the other screen");
    assertTrue(both.indexOf("\033[<1u") > both.indexOf("\033[?1049l"), "then that of this one");
  }

  @Test
  void theOriginModeMovesTheCursorAndIsOnlySwitchedOffWhereItIsOn() {
    assertFalse(offAfter("").contains("\033[?6l"));
    assertTrue(offAfter("\033[?6h").contains("\033[?6l"));
  }

  @Test
  void offIsOffAlsoTheSecondTime() {
    var modes = new LeftOnModes();
    modes.follow(Bytes.utf8("\033[?1049h\033[>1u"));
    modes.off();
    assertEquals(new LeftOnModes().off(), modes.off());
  }

  @Property
  void anyBytesCanBeFollowed(@ForAll byte[] bytes) {
    var modes = new LeftOnModes();
    modes.follow(Bytes.utf8("\033[?"));
    modes.follow(Bytes.wrap(bytes));
    assertTrue(modes.off().toUtf8().endsWith("\033[0m"));
  }
}
