package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResizeTest {
  @Test
  void narrowingWrapsLinesAndTheCursorStaysWithItsCharacter() {
    Terminal terminal = show(10, 4, "abcdefghij\r\nxy");
    terminal.resize(6, 4);
    assertEquals("abcdef\nghij\nxy\n", terminal.text());
    assertEquals(2, terminal.cursorRow());
    assertEquals(2, terminal.cursorColumn());
    terminal.resize(10, 4);
    assertEquals("abcdefghij\nxy\n\n", terminal.text());
    assertEquals(1, terminal.cursorRow());
  }

  @Test
  void aLineIsNotTornApartToUseUpABlankRow() {
    Terminal terminal = show(8, 4, "12345678\r\nabcdefgh\r\nxy");
    terminal.resize(3, 4);
    assertEquals("abc\ndef\ngh\nxy", terminal.text());
    terminal = show(8, 4, "12345678\r\nabcdef\r\nxy");
    terminal.resize(3, 4);
    assertEquals("abc\ndef\nxy\n", terminal.text());
    assertEquals(3, terminal.scrollbackSize());
  }

  @Test
  void aPendingWrapBecomesTheNextCellWhenThereIsOne() {
    Terminal terminal = show(5, 3, "abcde");
    assertTrue(terminal.isWrapPending());
    terminal.resize(8, 3);
    terminal.feed("X".getBytes(UTF_8));
    assertEquals("abcdeX\n\n", terminal.text());
  }

  @Test
  void moreRowsBringTheScrollbackBack() {
    Terminal terminal = show(5, 3, "1\r\n2\r\n3\r\n4\r\n5");
    terminal.resize(5, 4);
    assertEquals("2\n3\n4\n5", terminal.text());
    assertEquals(1, terminal.scrollbackSize());
    assertEquals(3, terminal.cursorRow());
  }

  @Test
  void fewerRowsGiveUpTheRowsBelowTheCursorFirst() {
    Terminal terminal = show(5, 4, "1\r\n2\r\n3\r\n4\033[2;1H");
    terminal.resize(5, 3);
    assertEquals("1\n2\n3", terminal.text());
    terminal.resize(5, 1);
    assertEquals("2", terminal.text());
    assertEquals("1", terminal.scrollbackLine(0).text());
  }

  @Test
  void wideCharactersAreNeverCutInHalf() {
    Terminal terminal = show(6, 3, "a日本語");
    terminal.resize(4, 3);
    assertEquals("a日\n本語\n", terminal.text());
    terminal.resize(1, 3);
    assertEquals(1, terminal.columns());
    terminal.resize(6, 3);
    assertTrue(terminal.screen().verify().isEmpty());
  }

  @Test
  void theAlternateScreenIsCutAndTheMainScreenReflowsBehindIt() {
    Terminal terminal = show(10, 3, "abcdefghij\r\nxy\033[?1049h\033[Habcdefghij");
    terminal.resize(6, 3);
    assertEquals("abcdef\n\n", terminal.text());
    terminal.feed("\033[?1049l!".getBytes(UTF_8));
    assertEquals("abcdef\nghij\nxy!", terminal.text());
  }

  @Test
  void marginsAreGivenUp() {
    Terminal terminal = show(5, 4, "\033[2;3r");
    terminal.resize(6, 4);
    terminal.feed("\033[4;1Hx\n".getBytes(UTF_8));
    assertEquals("\n\nx\n", terminal.text());
  }

  private static Terminal show(int columns, int rows, String text) {
    var terminal = new Terminal(columns, rows);
    terminal.feed(text.getBytes(UTF_8));
    return terminal;
  }
}
