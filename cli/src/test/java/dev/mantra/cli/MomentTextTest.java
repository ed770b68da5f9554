package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTextTest {

  private final MomentText moments =
      new MomentText(Instant.parse("2026-11-21T12:00:00Z"), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-20,                2026-11-19T23:00:00Z",
    "today,                     2026-11-20T23:00:00Z",
    "yesterday,                 2026-11-19T23:00:00Z",
    "2026-11-20T10:00,          2026-11-20T09:00:00Z",
    "2026-11-20 10:00,          2026-11-20T09:00:00Z",
    "2026-11-20T10:00:00Z,      2026-11-20T10:00:00Z",
    "2026-11-20T10:00:00-05:00, 2026-11-20T15:00:00Z",
    "30m,                       2026-11-21T11:30:00Z",
    "8h,                        2026-11-21T04:00:00Z",
    "2d,                        2026-11-19T12:00:00Z",
    "1w,                        2026-11-14T12:00:00Z"
  })
  void readsTimesInTheLocalZone(String text, Instant meant) {
    assertEquals(meant, moments.since(text));
  }

  @Test
  void untilADayTakesTheWholeDay() {
    assertEquals(Instant.parse("2026-11-20T23:00:00Z"), moments.until("2026-11-20"));
  }

  @Test
  void saysHowATimeIsWritten() {
    var failure = assertThrows(CommandFailure.class, () -> moments.since("soon"));
    assertEquals(ExitCode.USAGE, failure.code());
    assertEquals(true, failure.text().contains("'soon' is no time; write one as 2026-11-21"));
  }
}
