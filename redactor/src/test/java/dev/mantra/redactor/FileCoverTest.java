package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileCoverTest {

  private final FileCover cover =
      new FileCover(new PageDetector(new Detector(new Rules.Builder().build())));

  @Test
  void aSecretGivesWayToItsRuleAndTheRestStaysByteForByte() {
    var content = bytes("# \u00e9\r\nurl = postgres://ada:k3-Wq9_vXz71@db/shop\r\nend");
    assertEquals(
        "# \u00e9\r\nurl = postgres://ada:[REDACTED:url-password]@db/shop\r\nend",
        text(cover.cover(content)));
  }

  @Test
  void contentWithoutSecretsIsLeftAlone() {
    var plain = bytes("one\ntwo\n");
    assertSame(plain, cover.cover(plain));
    var binary = bytes("postgres://ada:k3-Wq9_vXz71@db/shop\0");
    assertSame(binary, cover.cover(binary));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
