package dev.mantra.formats.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionGrammarTest {

  private final PositionGrammar grammar = new PositionGrammar(ZoneOffset.UTC);

  @Test
  void readsEveryFormThatAnErrorLists() {
    assertEquals(new Position.Message(5), grammar.parse("5"));
    assertEquals(new Position.Step(5, 2), grammar.parse("5.2"));
    assertEquals(new Position.Step(0, 1), grammar.parse("0.1"));
    assertEquals(new Position.Prompt(3), grammar.parse("user:3"));
    assertEquals(new Position.Offset(754_000_000_000L), grammar.parse("12:34"));
    assertEquals(new Position.Offset(3_723_250_000_000L), grammar.parse("1:02:03.250"));
    assertEquals(new Position.Percent(50), grammar.parse("50%"));
    assertEquals(new Position.Percent(12.5), grammar.parse("12.5%"));
    assertEquals(new Position.Marker("NAME"), grammar.parse("marker:NAME"));
    assertEquals(new Position.Shown("regex"), grammar.parse("/regex/"));
    assertEquals(new Position.Start(), grammar.parse("start"));
    assertEquals(new Position.End(), grammar.parse("end"));
  }

  @Test
  void aMarkerMayHaveTheFormOfAnotherPosition() {
    assertEquals(new Position.Marker("12:34"), grammar.parse("marker:12:34"));
    assertEquals(new Position.Shown("50%"), grammar.parse("/50%/"));
  }

  @Test
  void aTimeWithoutAZoneIsMeantInTheGivenOne() {
    var berlin = new PositionGrammar(ZoneId.of("Europe/Berlin"));
    var expected = new Position.WallTime(Instant.parse("2026-11-21T01:48:36Z"));
    assertEquals(expected, berlin.parse("2026-11-21T02:48:36"));
    assertEquals(expected, berlin.parse("2026-11-21 02:48:36"));
    assertEquals(expected, berlin.parse("2026-11-21T01:48:36Z"));
    assertEquals(expected, berlin.parse("2026-11-21T03:48:36+02:00"));
    assertEquals(
        new Position.WallTime(Instant.parse("2026-11-20T23:00:00Z")), berlin.parse("2026-11-21"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "5.0",
        "user:0",
        "user:",
        "-1",
        "5.",
        ".5",
        "101%",
        "%",
        "1:2:3:4",
        "12:34.",
        "marker:",
        "//",
        "/",
        "yesterday",
        "2026-13-01",
        "5 ",
        "\n5"
      })
  void whatIsNoPositionIsRefusedWithWhatIsOne(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> grammar.parse(text));
    assertTrue(String.valueOf(error.getMessage()).contains("no position"), error.getMessage());
  }

  @Property
  void anOffsetIsReadBackFromWhatWasWritten(
      @ForAll @LongRange(min = 0, max = 999_999L * 3600 * 1000) long millis) {
    long nanos = millis * 1_000_000;
    assertEquals(new Position.Offset(nanos), grammar.parse(PositionGrammar.format(nanos)));
  }

  @Property
  void writtenOffsetsSortLikeTheTimesOfOneLength(
      @ForAll @LongRange(min = 3_600_000, max = 35_999_999) long one,
      @ForAll @LongRange(min = 3_600_000, max = 35_999_999) long other) {
    var first = PositionGrammar.format(one * 1_000_000);
    var second = PositionGrammar.format(other * 1_000_000);
    assertEquals(Integer.signum(Long.compare(one, other)), Integer.signum(first.compareTo(second)));
  }

  @Property
  void messagesAndStepsAreReadBack(
      @ForAll @IntRange(min = 1, max = 999_999_999) int message,
      @ForAll @IntRange(min = 1, max = 999_999_999) int step) {
    assertEquals(new Position.Message(message), grammar.parse(Integer.toString(message)));
    assertEquals(new Position.Step(message, step), grammar.parse(message + "." + step));
    assertEquals(new Position.Prompt(message), grammar.parse("user:" + message));
  }

  @Property
  void anyTextIsAPositionOrRefused(@ForAll String text) {
    try {
      grammar.parse(text);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("'" + text + "'"));
    }
  }

  @Property
  void fractionsOfASecondAreReadToTheNanosecond(
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
    assertEquals(
        new Position.Offset(60_000_000_000L + nanos),
        grammar.parse("1:00." + String.format(Locale.ROOT, "%09d", nanos)));
  }
}
