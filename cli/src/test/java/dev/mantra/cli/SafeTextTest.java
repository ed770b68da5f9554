package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeTextTest {

  @ParameterizedTest
  @CsvSource({
    "'\u001b[2J',   '\\e[2J'",
    "'a\nb',        'a\\nb'",
    "'a\r\tb',      'a\\r\\tb'",
    "'\u0007',      '\\x07'",
    "'\u007f',      '\\x7f'",
    "'\u009b31m',   '\\x9b31m'",
    "'a\u202eb',    'a\\u{202e}b'",
    "'\u2066x',     '\\u{2066}x'",
    "'\u200b',      '\\u{200b}'",
    "'\u2028',      '\\u{2028}'"
  })
  void showsWhatCouldDriveOrDeceiveATerminalAsEscapes(String text, String shown) {
    assertEquals(shown, SafeText.of(text));
  }

  @ParameterizedTest
  @CsvSource({"plain text", "größe", "日本語", "👩\u200d🚀", "a\\b"})
  void leavesReadableTextAsItIs(String text) {
    assertEquals(text, SafeText.of(text));
  }

  @Test
  void showsAHalfOfACharacterAsAnEscape() {
    assertEquals("\\u{d800}", SafeText.of("\ud800"));
  }

  @Property
  void neverLetsAControlOrBidiCharacterThrough(@ForAll String text) {
    var shown = SafeText.of(text);
    assertTrue(shown.codePoints().noneMatch(Character::isISOControl), shown);
    assertFalse(shown.matches("(?s).*[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069].*"), shown);
  }
}
