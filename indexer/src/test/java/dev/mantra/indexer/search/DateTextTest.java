package dev.mantra.indexer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  /** A Saturday. */
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final DateText dates = new DateText(NOW, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-21, 2026-11-22",
    "yesterday, 2026-11-20, 2026-11-21",
    "Last Thursday, 2026-11-19, 2026-11-20",
    "last tuesday, 2026-11-17, 2026-11-18",
    "monday, 2026-11-16, 2026-11-17",
    "on sat, 2026-11-14, 2026-11-15",
    "last week, 2026-11-09, 2026-11-16",
    "this week, 2026-11-16, 2026-11-23",
    "last month, 2026-10-01, 2026-11-01",
    "2026-11-03, 2026-11-03, 2026-11-04",
    "2026-10, 2026-10-01, 2026-11-01",
    "2025, 2025-01-01, 2026-01-01",
    "3 days ago, 2026-11-18, 2026-11-19",
    "two weeks ago, 2026-11-07, 2026-11-08",
    "a month ago, 2026-10-21, 2026-10-22",
    "march 3rd, 2026-03-03, 2026-03-04",
    "december 24, 2025-12-24, 2025-12-25",
    "november 2, 2026-11-02, 2026-11-03",
    "october, 2026-10-01, 2026-11-01",
  })
  void aDayCountsWhole(String text, String from, String to) {
    var range = dates.range(text).orElseThrow();
    assertEquals(Instant.parse(from + "T00:00:00Z"), range.from());
    assertEquals(Instant.parse(to + "T00:00:00Z"), range.to());
  }

  @ParameterizedTest
  @CsvSource({
    "8h, 2026-11-21T04:00:00Z",
    "2d, 2026-11-19T12:00:00Z",
    "3w, 2026-10-31T12:00:00Z",
    "past 3 days, 2026-11-18T12:00:00Z",
    "last 2 weeks, 2026-11-07T12:00:00Z",
    "two hours ago, 2026-11-21T10:00:00Z",
    "2026-11-20 08:30, 2026-11-20T08:30:00Z",
    "2026-11-20T08:30:00+02:00, 2026-11-20T06:30:00Z",
    "yesterday at 3pm, 2026-11-20T15:00:00Z",
  })
  void momentsAreExact(String text, String from) {
    assertEquals(Instant.parse(from), dates.range(text).orElseThrow().from());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "auth.ts", "last", "the", "32nd of never", "2026-13-01", "("})
  void whatIsNoTimeIsNone(String text) {
    assertTrue(dates.range(text).isEmpty());
  }
}
