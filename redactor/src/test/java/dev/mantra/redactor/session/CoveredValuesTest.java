package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.redactor.Invented;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CoveredValuesTest {
  private final Invented invented = new Invented(17);

  @Property(tries = 200)
  void valuesAreReadBackFromWhatTheyWereCutInto(
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll @IntRange(min = 1, max = 30) int cut,
      @ForAll @IntRange(min = 20, max = 100) int columns)
      throws IOException {
    var token = new Invented(seed).codeHostToken();
    var session =
        new ScannedSession()
            .size(columns, 10)
            .shows("GH_TOKEN=" + token.substring(0, cut), token.substring(cut) + "\r\n");
    assertReadBack(session, token);
  }

  @Test
  void valuesOfAllPartsOfASessionAreReadBack() throws IOException {
    var password = invented.password();
    var token = invented.codeHostToken();
    var key = invented.privateKey();
    var session =
        new ScannedSession()
            .command("deploy", "--token", token)
            .shows("$ \u001b[31mDB_PASSWORD=" + password.substring(0, 4) + "\u001b[0m")
            .shows(password.substring(4) + "\r\n", key.replace("\n", "\r\n"))
            .add(new Event.Marker(9, "it was " + password));
    assertReadBack(session, token);
    assertReadBack(session, password);
    assertReadBack(session, key.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void valuesWithCharactersOfSeveralBytesAreReadBack() throws IOException {
    for (var value : List.of("Gr\u00fcn-t\u00fcr-47!x", "pa\ud83d\udd11-ss-47!\ud840\udc0bx")) {
      var session = new ScannedSession().expects(value).shows("it is " + value + "\r\n");
      assertReadBack(session, value);
    }
  }

  @Test
  void nothingIsReadBackWhereAValueStandsNowhereWhole() throws IOException {
    var session = new ScannedSession();
    var token = invented.codeHostToken();
    session.shows("\u001b[5;1HGH_TOKEN=");
    for (int i = token.length() - 1; i >= 0; i--) {
      session.shows("\u001b[5;" + (10 + i) + "H" + token.charAt(i));
    }
    session.shows("\u001b[8;1H");
    assertTrue(CoveredValues.read(session.redaction(), session).isEmpty());
  }

  private static void assertReadBack(ScannedSession session, String value) throws IOException {
    var values = CoveredValues.read(session.redaction(), session).orElseThrow();
    var found = new TreeSet<String>();
    var text = "say " + value + " here";
    values.find(text, (_, start, end, _, _) -> found.add(text.substring(start, end)));
    assertEquals(new TreeSet<>(List.of(value)), found);
  }
}
