package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void carriageReturnsBelongToTheLineEnd() throws IOException {
    assertEquals(List.of("a", "b\rc", "", "d"), read("a\r\nb\rc\n\nd\r", 100, 64));
  }

  @Test
  void aLineThatIsTooLongIsSkippedAndTheNextOneRead() throws IOException {
    var lines = new Lines(in("short\n" + "x".repeat(500_000) + "\nnext\n", 1000), 1000);
    assertTrue(lines.next());
    assertFalse(lines.isTooLong());
    assertTrue(lines.next());
    assertTrue(lines.isTooLong());
    assertFalse(lines.isBlank());
    assertEquals(0, lines.length());
    assertTrue(lines.buffer().length < 200_000, "skipping must not take memory");
    assertTrue(lines.next());
    assertEquals("next", lines.text());
    assertEquals(3, lines.number());
    assertFalse(lines.next());
  }

  @Test
  void aLastLineThatIsTooLongIsReportedToo() throws IOException {
    var lines = new Lines(in("x".repeat(500_000), 1000), 1000);
    assertTrue(lines.next());
    assertTrue(lines.isTooLong());
    assertFalse(lines.isTerminated());
    assertFalse(lines.next());
  }

  @Test
  void theEndStaysTheEnd() throws IOException {
    var lines = new Lines(in("abc\nd", 64));
    assertTrue(lines.next());
    assertTrue(lines.next());
    for (int i = 0; i < 3; i++) {
      assertFalse(lines.next());
    }
  }

  @Property(tries = 200)
  void linesAreTheSameHoweverTheBytesArrive(
      @ForAll List<@IntRange(max = 100_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 70_000) int atOnce)
      throws IOException {
    var expected = new ArrayList<String>();
    var text = new StringBuilder();
    for (int length : lengths) {
      var line = "y".repeat(length);
      expected.add(line);
      text.append(line).append('\n');
    }
    assertEquals(expected, read(text.toString(), Lines.LONGEST, atOnce));
  }

  private static List<String> read(String text, int longest, int atOnce) throws IOException {
    var found = new ArrayList<String>();
    var lines = new Lines(in(text, atOnce), longest);
    while (lines.next()) {
      found.add(lines.text());
    }
    return found;
  }

  /** A file that gives only a few bytes at once, as pipes and packed files do. */
  private static InputStream in(String text, int atOnce) {
    return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return super.read(into, from, Math.min(length, atOnce));
      }
    };
  }
}
