package dev.mantra.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GramsTest {

  private static Grams of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Grams.of(bytes, 0, bytes.length);
  }

  private static boolean mayHave(Grams grams, String part) {
    return grams.mayHave(part.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void everyPartOfALineMayBeThere(@ForAll String line, @ForAll int from, @ForAll int length) {
    var grams = of("before " + line.replace('\n', ' ') + " behind\nanother line\n");
    int begin = Math.floorMod(from, line.length() + 1);
    int end = begin + Math.floorMod(length, line.length() - begin + 1);
    // Half a character is no text of its own: both ends are moved out of one.
    var part = line.replace('\n', ' ').codePoints().skip(begin).limit(end - begin);
    var text =
        part.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    assertTrue(mayHave(grams, text.toString()));
  }

  @Property
  void whereAnExpressionIsFoundItMayBe(
      @ForAll("expressions") String regex,
      @ForAll("texts") List<String> lines,
      @ForAll boolean ignoresCase)
      throws Exception {
    var oracle = Pattern.compile(regex, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
    var pattern = ignoresCase ? LinePattern.ignoringCase(regex) : LinePattern.of(regex);
    boolean isThere = lines.stream().anyMatch(line -> oracle.matcher(line).find());
    var grams = of(String.join("\n", lines) + "\n");
    assertTrue(!isThere || pattern.mayMatchIn(grams), regex + " in " + lines);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    var line =
        Arbitraries.of(
                "abcd", "ABcd", "efgh", "Efg", "k", "\u212a", "\u017f", "日本語", "é", "[", "12")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return line.list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "abcd",
            "efgh",
            "(abcd|efgh)",
            "ab.d",
            "日本語",
            "é12",
            "\\[",
            "abcd+",
            "^abcd",
            "k",
            "efg?",
            "(?i)ABCD",
            "[ae]",
            "12$")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  @Property
  void theyAreReadBackAsTheyWereWritten(@ForAll @IntRange(max = 20_000) int length) {
    var text = new StringBuilder();
    new Random(length).ints(length, 'a', 'z').forEach(c -> text.append((char) c));
    var out = new ByteArrayOutputStream();
    of("first\n").write(out);
    of(text.toString()).write(out);
    var in = ByteBuffer.wrap(out.toByteArray());
    assertTrue(mayHave(Grams.read(in), "first"));
    var second = Grams.read(in);
    assertFalse(in.hasRemaining());
    for (int at = 0; at + 8 <= length; at += 97) {
      assertTrue(mayHave(second, text.substring(at, at + 8)));
    }
  }

  @Test
  void mostOfWhatIsNotThereIsKnownNotToBe() {
    var text = new StringBuilder();
    new Random(1).ints(250_000, 'a', 'p').forEach(c -> text.append((char) c));
    var grams = of(text.toString());
    int wrong = 0;
    for (int i = 0; i < 1000; i++) {
      wrong += mayHave(grams, "needle-" + i) ? 1 : 0;
    }
    assertTrue(wrong < 20, wrong + " of 1000");
  }

  @Test
  void aFewLinesTakeFewBytes() {
    var out = new ByteArrayOutputStream();
    of("one line of text\n").write(out);
    assertEquals(17, out.size());
  }

  @Test
  void whatEndsALineIsNotInFrontOfTheNextOne() {
    assertFalse(mayHave(of("abcd\nefgh\n"), "cdef"));
    assertTrue(mayHave(of("abcd\nefgh\n"), "cd"));
  }
}
