package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileStreamsTest {
  private static final long MOST_GROWTH = 32_000_000;

  private final Terminal terminal =
      new Terminal(80, 24, TerminalOptions.STANDARD.withScrollback(20));

  @Test
  void endlessNewStylesDoNotGrowTheTable() {
    for (int n = 0; n < 2_500_000; n++) {
      feed("\033[38;2;" + (n & 255) + ";" + (n >> 8 & 255) + ";" + (n >> 16) + "mx");
    }
    assertTrue(terminal.screen().styles.size() < 1_100_000);
    assertEquals(Optional.empty(), terminal.screen().verify());
    assertEquals(
        new Color.Rgb(2_499_999 >> 16 | (2_499_999 >> 8 & 255) << 8 | (2_499_999 & 255) << 16),
        lastStyle().foreground());
  }

  @Test
  void endlessNewLinksDoNotGrowTheTable() {
    for (int n = 0; n < 1_200_000; n++) {
      feed("\033]8;;u" + n + "\033\\");
    }
    feed("x");
    assertTrue(terminal.screen().styles.linkCount() < 1_100_000);
    assertEquals("u1199999", lastStyle().link().orElseThrow().uri());
  }

  @Test
  void endlessNewClustersDoNotGrowTheTable() {
    for (int n = 0; n < 1_300_000; n++) {
      var text =
          new StringBuilder()
              .append('a')
              .appendCodePoint(0x300 + n % 100)
              .appendCodePoint(0x300 + n / 100 % 100);
      terminal.feed(text.appendCodePoint(0xE0100 + n / 10_000 % 240).toString().getBytes(UTF_8));
    }
    assertTrue(terminal.screen().clusters.size() < 1_100_000);
    assertEquals(Optional.empty(), terminal.screen().verify());
    assertTrue(terminal.line(terminal.cursorRow()).text().startsWith("a"));
  }

  @Test
  void aCellTakesNoMoreThanItsShareOfMarks() {
    feed("a" + "\u0301".repeat(100_000) + "b");
    assertEquals(2, terminal.cursorColumn());
    assertEquals(Clusters.MOST_CODE_POINTS + 1, terminal.line(0).text().length());
  }

  @Test
  void hugeCountsTakeNoTime() {
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int n = 0; n < 2000; n++) {
            feed(
                "x\033[99999999b\033[65535@\033[65535P\033[65535L\033[65535M\033[65535S\033[65535T\033[65535X\033[65535I\033[65535Z");
          }
        });
    assertEquals(Optional.empty(), terminal.screen().verify());
  }

  @Test
  void stringsThatNeverEndAreDropped() {
    feed("\033]0;");
    byte[] endless = "a".repeat(1 << 20).getBytes(US_ASCII);
    for (int n = 0; n < 64; n++) {
      terminal.feed(endless);
    }
    assertTrue(Keyframe.write(terminal).length < 100_000);
    feed("\007x");
    assertEquals(Titles.LONGEST, terminal.title().length());
    assertEquals("x", terminal.line(0).text());
  }

  /** Bytes at random and control functions at random: a gigabyte of them in the thorough run. */
  @Test
  void randomBytesDoNoHarmAndTakeNoMemory() {
    var random = new Random(20261121);
    byte[] bytes = new byte[1 << 16];
    long before = usedMemory();
    long most = Long.getLong("terminal.random.megabytes", 8) * 1_000_000;
    for (long fed = 0; fed < most; fed = terminal.offset()) {
      random.nextBytes(bytes);
      terminal.feed(bytes);
      terminal.resize(1 + random.nextInt(100), 1 + random.nextInt(40));
      assertEquals(Optional.empty(), terminal.screen().verify());
      terminal.feed(Streams.hostile(random, bytes.length));
      terminal.resize(1 + random.nextInt(100), 1 + random.nextInt(40));
      assertEquals(Optional.empty(), terminal.screen().verify());
    }
    long grown = usedMemory() - before;
    assertTrue(grown < MOST_GROWTH, grown + " bytes more in use");
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private Style lastStyle() {
    int column = terminal.isWrapPending() ? terminal.cursorColumn() : terminal.cursorColumn() - 1;
    return terminal.line(terminal.cursorRow()).styleAt(column);
  }

  private void feed(String text) {
    terminal.feed(text.getBytes(UTF_8));
  }
}
