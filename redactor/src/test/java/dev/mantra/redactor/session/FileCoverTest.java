package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.mantra.formats.event.Bytes;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.KnownValues;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileCoverTest {

  private static final String KNOWN = "gr\u00fcne-T\u00fcr!Harbor";

  private final FileCover cover = cover();

  @Test
  void aSecretGivesWayToItsRuleAndTheRestStaysByteForByte() {
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
      assertEquals(
          "# \u00e9\r\nurl = postgres://ada:[REDACTED:url-password]@db/shop\r\nend",
          covered("# \u00e9\r\nurl = postgres://ada:k3-Wq9_vXz71@db/shop\r\nend", charset));
    }
  }

  @Test
  void whatIsSecretElsewhereInTheSessionIsCoveredToo() {
    assertEquals(
        "the word is [REDACTED:password#4], twice: [REDACTED:password#4]\n",
        covered("the word is " + KNOWN + ", twice: " + KNOWN + "\n", StandardCharsets.UTF_8));
    assertEquals(
        Bytes.utf8("docs/[REDACTED:password#4].txt"),
        cover.name(Bytes.utf8("docs/" + KNOWN + ".txt")));
  }

  @Test
  void binaryContentKeepsItsLength() {
    assertEquals(
        "\0" + "*".repeat(KNOWN.length()) + "\0",
        covered("\0" + KNOWN + "\0", StandardCharsets.UTF_8));
  }

  @Test
  void contentWithoutSecretsIsLeftAlone() {
    for (var text : List.of("one\ntwo\n", "a\0b", "")) {
      var plain = text.getBytes(StandardCharsets.UTF_8);
      assertSame(plain, cover.cover(plain));
    }
    var name = Bytes.utf8("src/main.c");
    assertSame(name, cover.name(name));
  }

  private String covered(String content, Charset charset) {
    return new String(cover.cover(content.getBytes(charset)), charset);
  }

  private static FileCover cover() {
    var values = new KnownValues();
    values.add(1, KNOWN);
    return new FileCover(
        Finder.byRules(new PageDetector(new Detector(Rules.standard()))),
        Finder.byValue(values, List.of(new Secret(4, "password"))));
  }
}
