package dev.mantra.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.BreakIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodeTest {
  @Test
  void theCheckedInTableIsWhatTheGeneratorMakes() throws IOException {
    try (InputStream in = CodePoints.class.getResourceAsStream("code-points.bin")) {
      assertArrayEquals(GenerateCodePoints.generate(), Objects.requireNonNull(in).readAllBytes());
    }
    assertEquals(CodePoints.UNICODE_VERSION, GenerateCodePoints.unicodeVersion());
  }

  @Test
  void everyCodePointHasTheGeneratorsProperties() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      assertEquals(GenerateCodePoints.properties(codePoint), CodePoints.properties(codePoint));
    }
  }

  @Test
  void widthsAreThoseThatTerminalsAgreeOn() {
    assertEquals(1, CharWidth.of('a'));
    assertEquals(1, CharWidth.of(0xAD)); // soft hyphen
    assertEquals(0, CharWidth.of(0x301)); // combining acute accent
    assertEquals(0, CharWidth.of(0x200D)); // zero width joiner
    assertEquals(0, CharWidth.of(0x1161)); // Hangul vowel of a syllable
    assertEquals(2, CharWidth.of(0x65E5)); // 日
    assertEquals(2, CharWidth.of(0xFF21)); // fullwidth A
    assertEquals(2, CharWidth.of(0x1F600)); // 😀
    assertEquals(1, CharWidth.of(0x2764)); // ❤, narrow without VS16
    assertEquals(1, CharWidth.of(0x2502)); // │
  }

  @Property
  void clustersEndWhereUax29SaysSo(@ForAll("texts") List<Integer> codePoints) {
    var text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    BreakIterator icu = BreakIterator.getCharacterInstance(Locale.ROOT);
    icu.setText(text.toString());
    List<Integer> expected = new ArrayList<>();
    for (int at = icu.next(); at != BreakIterator.DONE; at = icu.next()) {
      expected.add(at);
    }
    List<Integer> breaks = new ArrayList<>();
    int state = GraphemeBreak.start(CodePoints.properties(codePoints.get(0)));
    int at = Character.charCount(codePoints.get(0));
    for (int codePoint : codePoints.subList(1, codePoints.size())) {
      int properties = CodePoints.properties(codePoint);
      int next = GraphemeBreak.next(state, properties);
      if (next == GraphemeBreak.BREAK) {
        breaks.add(at);
        next = GraphemeBreak.start(properties);
      }
      state = next;
      at += Character.charCount(codePoint);
    }
    breaks.add(at);
    assertEquals(expected, breaks);
  }

  /**
   * Without prepended marks and skin tones, of which the rules here say something else on purpose.
   */
  @Provide
  Arbitrary<List<Integer>> texts() {
    Arbitrary<Integer> telling =
        Arbitraries.of(
            0x61, 0x301, 0x200D, 0x903, 0x1F1E6, 0x1F1EB, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01,
            0x1F469, 0x2764, 0xFE0F, 0x915, 0x94D, 0x937, 0x93C, 0x9CD, 0x995, 0xA9, 0x200C, 0xE33,
            0x1F3F4, 0xE0067, 0x65E5);
    Arbitrary<Integer> any =
        Arbitraries.integers()
            .between(0x20, Character.MAX_CODE_POINT)
            .filter(c -> (c < 0xD800 || c > 0xDFFF) && isPlain(c));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, telling), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static boolean isPlain(int codePoint) {
    int type = (CodePoints.properties(codePoint) & CodePoints.BREAK) >> CodePoints.BREAK_SHIFT;
    return type != CodePoints.PREPEND && type != CodePoints.SKIN_TONE;
  }

  /** The examples of the Unicode standard, tables 3-8 to 3-11. */
  @ParameterizedTest
  @CsvSource({
    "C0 AF E0 80 BF F0 81 82 41, ????????A",
    "ED A0 80 ED BF BF ED AF 41, ????????A",
    "F4 91 92 93 FF 41 80 BF 42, ?????A??B",
    "E1 80 E2 F0 91 92 F1 BF 41, ????A"
  })
  void illFormedUtf8IsReplacedByMaximalSubparts(String bytes, String expected) {
    byte[] input = HexFormat.ofDelimiter(" ").parseHex(bytes);
    assertEquals(expected.replace('?', '\uFFFD'), decode(input));
  }

  @Property
  void wellFormedTextSurvivesBytesThatAreNotUtf8(
      @ForAll @Size(max = 4) List<@StringLength(max = 12) String> texts) {
    var out = new ByteArrayOutputStream();
    var expected = new StringBuilder();
    for (String text : texts) {
      String known = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      out.writeBytes(known.getBytes(StandardCharsets.UTF_8));
      out.write(0xFF);
      expected.append(known).append('\uFFFD');
    }
    assertEquals(expected.toString(), decode(out.toByteArray()));
  }

  private static String decode(byte[] bytes) {
    var decoder = new Utf8Decoder();
    var text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      int codePoint = decoder.accept(bytes[i]);
      if (codePoint == Utf8Decoder.REJECTED) {
        text.appendCodePoint(Utf8Decoder.REPLACEMENT);
        i--;
      } else if (codePoint != Utf8Decoder.INCOMPLETE) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }
}
