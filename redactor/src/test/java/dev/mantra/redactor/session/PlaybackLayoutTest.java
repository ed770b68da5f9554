package dev.mantra.redactor.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.redactor.Invented;
import dev.mantra.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At every moment of a session, all but the covered cells looks as it did. */
final class PlaybackLayoutTest {
  private static final int COLUMNS = 46;
  private static final int ROWS = 12;

  private final Invented invented = new Invented(41);
  private final String token = invented.codeHostToken();
  private final String password = invented.password();

  @Test
  void aShellsSessionLooksTheSame() {
    assertLooksTheSame(
        new ScannedSession()
            .size(COLUMNS, ROWS)
            .shows("\u001b]0;shop\u0007\u001b[1;32mada\u001b[0m:~$ ", "cat .env\r\n")
            .shows("GH_TOKEN=" + token + "\r\nDB_PASSWORD='" + password + "'\r\n")
            .shows("\u001b[34mPORT\u001b[0m=8080\r\n\u4e16\u754c " + token + " \u4e16\r\n")
            .shows("progress 1\rprogress 2 " + password + "\u001b[K\r\n")
            .add(new Event.Resize(600_000_000, new WindowSize(30, 9)))
            .shows("curl -H 'Authorization: Bearer " + token + "'\r\n")
            .add(new Event.Resize(700_000_000, new WindowSize(60, 14)))
            .shows("done\r\n"));
  }

  @Test
  void aFullScreenProgramsSessionLooksTheSame() {
    var session = new ScannedSession().size(COLUMNS, ROWS).shows("\u001b[?1049h\u001b[2J");
    for (int frame = 0; frame < 6; frame++) {
      session
          .shows("\u001b[?2026h\u001b[1;1H\u256d" + "\u2500".repeat(24) + "\u256e\u001b[K")
          .shows("\u001b[2;1H\u2502 \u001b[33mGH_TOKEN=" + token.substring(0, 14) + "\u001b[39m")
          .shows(" \u2502\u001b[3;1H\u2502 " + token.substring(14, 36) + "  \u2502\u001b[4;1H")
          .shows("\u2502 " + token.substring(36) + " ".repeat(19) + " \u2502\u001b[5;1H\u2570")
          .shows("\u2500".repeat(24) + "\u256f\u001b[" + (6 + frame) + ";3H")
          .shows("\u001b[7mpassword: " + password + "\u001b[27m \u001b[1@+\u001b[?2026l");
    }
    assertLooksTheSame(session.shows("\u001b[2L\u001b[3;5H\u001b[4P", "\u001b[?1049lbye\r\n"));
  }

  @Test
  void charactersThatAreWrittenInPiecesLookTheSame() {
    var wide = password.substring(0, 5) + "\u4e16\u754c\u00e9\uff76" + token;
    var bytes = ("\u001b[2;4HDB_PASSWORD='" + wide + "' \u4e16 end\r\n").getBytes(UTF_8);
    for (int size = 1; size <= 7; size++) {
      var session = new ScannedSession().size(COLUMNS, ROWS);
      for (int from = 0; from < bytes.length; from += size) {
        session.shows(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
      }
      assertLooksTheSame(session.shows("DB_PASSWORD='" + password + "'\r\n"));
    }
  }

  private void assertLooksTheSame(ScannedSession session) {
    var shown = session.redacted();
    var original = new Terminal(COLUMNS, ROWS);
    var covered = new Terminal(COLUMNS, ROWS);
    long[] masked = new long[1];
    session.read(
        (sequence, event) -> {
          feed(original, event);
          feed(covered, shown.get((int) sequence));
          masked[0] += maskedCells(original, covered);
          for (var secret : List.of(token, password)) {
            assertFalse(covered.text().contains(secret), covered.text());
          }
        });
    assertTrue(masked[0] > token.length(), "there was nothing to cover");
  }

  private static void feed(Terminal terminal, Event event) {
    if (event instanceof Event.Output output) {
      terminal.feed(output.bytes().toArray());
    } else if (event instanceof Event.Resize resize) {
      terminal.resize(resize.size().columns(), resize.size().rows());
    }
  }

  private static int maskedCells(Terminal original, Terminal covered) {
    assertEquals(original.cursorRow(), covered.cursorRow());
    assertEquals(original.cursorColumn(), covered.cursorColumn());
    assertEquals(original.scrolledOff(), covered.scrolledOff());
    assertEquals(original.title(), covered.title());
    int masked = 0;
    for (int y = 0; y < original.rows(); y++) {
      var one = original.line(y);
      var other = covered.line(y);
      assertEquals(one.wrapped(), other.wrapped());
      for (int x = 0; x < original.columns(); x++) {
        assertEquals(one.styleAt(x), other.styleAt(x));
        assertEquals(one.widthAt(x), other.widthAt(x));
        if (!one.textAt(x).equals(other.textAt(x))) {
          assertFalse(one.textAt(x).isBlank() || other.textAt(x).isBlank(), one + "\n" + other);
          masked++;
        }
      }
    }
    return masked;
  }
}
