package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.redactor.Invented;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a program draws around a secret, the screen keeps its layout. */
final class LayoutPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "text ",
          "\r\n",
          "\u001b[31m",
          "\u001b[0m",
          "\u001b[2;3H",
          "\u001b[A",
          "\u001b[3C",
          "\t",
          "\u001b[K",
          "\u001b[J",
          "\b",
          "\u4e16\u754c",
          "\u2502 ",
          " \u2502\r\n",
          "\u001b[5;1H",
          "\u001b[2L",
          "\u001b[1M",
          "\u001b[4@",
          "\u001b[?7l",
          "\u001b[?7h",
          "\u001bM",
          "\uff76\uff85", // half as wide as other Japanese characters
          "\ud835\udd38", // four bytes, one column
          "\u0e01\u0e31");

  @Property(tries = 500)
  void whatIsBlankStaysBlankAndNothingElseBecomesIt(
      @ForAll List<@IntRange(max = 30) Integer> drawing,
      @ForAll @IntRange(min = 5, max = 60) int columns) {
    var invented = new Invented(columns);
    var token = invented.codeHostToken();
    var session = new ScannedSession().size(columns, 12);
    for (int piece : drawing) {
      session.shows(piece < PIECES.size() ? PIECES.get(piece) : "GH_TOKEN=" + token + " ");
    }
    assertEquals(
        session.layout(),
        session.redactedLayout(),
        () -> session.screen() + "---\n" + session.redactedScreen());
  }
}
