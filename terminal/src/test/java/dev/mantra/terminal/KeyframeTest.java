package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyframeTest {
  private final Terminal terminal = new Terminal(30, 5);

  @Test
  void anUnfinishedSequenceGoesOnAfterTheRestore() {
    String[] cuts = {
      "\033",
      "\033[",
      "\033[3",
      "\033[38;2;1;",
      "\033[?20",
      "\033[4:",
      "\033]2;ti",
      "\033(",
      "\033P1$",
      "\033[1 ",
      "\033[1;2>",
      "日"
    };
    for (String cut : cuts) {
      var played = new Terminal(20, 3);
      byte[] bytes = cut.getBytes(UTF_8);
      played.feed(bytes, 0, cut.equals("日") ? 2 : bytes.length);
      Terminal restored = Keyframe.restore(Keyframe.write(played)).orElseThrow();
      for (String rest :
          new String[] {"1mx", ";2;3Hx", "tle\033\\x", "\u0007x", "0x", "qx", "\u65e5"}) {
        byte[] more = rest.getBytes(UTF_8);
        Terminal one = Keyframe.restore(Keyframe.write(played)).orElseThrow();
        Terminal two = Keyframe.restore(Keyframe.write(restored)).orElseThrow();
        one.feed(more);
        two.feed(more);
        assertArrayEquals(
            Keyframe.write(one), Keyframe.write(two), cut.replace('\033', '^') + rest);
      }
      played.feed("1mx".getBytes(UTF_8));
      restored.feed("1mx".getBytes(UTF_8));
      assertEquals(played.text(), restored.text());
      assertEquals(played.title(), restored.title());
    }
  }

  @Test
  void damageIsNoticed() {
    terminal.feed("some text, \033[31mred\033[m and 語".getBytes(UTF_8));
    byte[] keyframe = Keyframe.write(terminal);
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = keyframe.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      assertEquals(Optional.empty(), Keyframe.restore(damaged));
    }
    for (int length = 0; length < keyframe.length; length++) {
      assertEquals(Optional.empty(), Keyframe.restore(java.util.Arrays.copyOf(keyframe, length)));
    }
  }

  @Test
  void theKeyframeOfAScreenFullOfTextIsSmall() {
    for (int i = 0; i < 5; i++) {
      terminal.feed("\033[1;32mok\033[m test number with a name\r\n".getBytes(UTF_8));
    }
    assertTrue(Keyframe.write(terminal).length < 5 * 30 + 250);
  }
}
