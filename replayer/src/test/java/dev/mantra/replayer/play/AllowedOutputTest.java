package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that others rely on lets through what is listed, and nothing else. */
class AllowedOutputTest {

  private static int check(String output) {
    return AllowedOutput.check(output.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatAPlayerWritesIsLetThrough() {
    assertEquals(
        9,
        check(
            "\033[?1049h\033[?7l\033[?25l\033[0;1;38;2;1;2;3;58:2::1:2:3mt\u00e9xt 日本"
                + "\033[0m\033[12;1H\033[K\033[2 q\033[?1049l\r\nlast"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\033]0;title\007",
        "\033]52;c;YQ==\033\\",
        "\033P$q m\033\\",
        "\033_G\033\\",
        "\033c",
        "\0337",
        "\033[6n",
        "\033[c",
        "\033[21t",
        "\033[?1000h",
        "\033[?2004h",
        "\033[1m",
        "\033[3J",
        "\033[J",
        "\033[1K",
        "\033[2A",
        "\033[5i",
        "\033[>1u",
        "\033[1;1",
        "\033[1;1\033[0m",
        "\033",
        "\u009b0m",
        "\007",
        "\b",
        "\177",
        "a\nb",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028"
      })
  void everythingElseIsNot(String output) {
    assertThrows(AssertionError.class, () -> check(output));
  }

  @Test
  void illFormedTextIsNot() {
    assertThrows(AssertionError.class, () -> AllowedOutput.check(new byte[] {(byte) 0x9b, 'm'}));
  }
}
