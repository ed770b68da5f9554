package dev.mantra.replayer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain ~",
        "größe",
        "漢字",
        "é",
        "👩\u200d🚀",
        "❤\ufe0f",
        "\u0600١٢",
        "\ue0b0",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f"
      })
  void whatIsSeenStays(String text) {
    assertEquals(text, VisibleText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u202eb', ab",
    "'\u2066a\u2069', a",
    "'a\u200bb', ab",
    "'a\ufeffb', ab",
    "'a\u00adb', ab",
    "'\u200da', a",
    "'a\udb40\udc61b', ab"
  })
  void whatIsNotSeenGoes(String text, String visible) {
    assertEquals(visible, VisibleText.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\u0000", "\u009b", "\n", "\u2028", "\ufffe", "\ud800"})
  void whatNoDocumentHoldsIsReplaced(String text) {
    assertEquals("\ufffd", VisibleText.of(text));
  }
}
