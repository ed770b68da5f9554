package dev.mantra.formats.asciicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {

  @Test
  void asManyDecimalsAreWrittenAsAreNeeded() {
    assertEquals("0", Seconds.format(0, 0));
    assertEquals("0.000", Seconds.format(0, 3));
    assertEquals("1.500", Seconds.format(1_500_000_000, 3));
    assertEquals("1.500000", Seconds.format(1_500_000_000, 6));
    assertEquals("1.000000001", Seconds.format(1_000_000_001, 3));
    assertEquals("4000000000.123456789", Seconds.format(Seconds.MOST + 123_456_789, 3));
  }

  @Property
  void whatWasWrittenIsReadBack(
      @ForAll @LongRange(min = 0, max = Seconds.MOST) long nanos,
      @ForAll @IntRange(max = 9) int decimals) {
    assertEquals(nanos, Seconds.nanos(Seconds.format(nanos, decimals)));
  }

  @Property
  void anyNumberOfDigitsIsReadAsIfByExactArithmetic(
      @ForAll @BigRange(min = "-1000000", max = "4000000000") @Scale(15) BigDecimal seconds) {
    var expected = seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValueExact();
    assertEquals(expected, Seconds.nanos(seconds.toPlainString()));
    assertEquals(expected, Seconds.nanos(seconds.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e11", "4000000000.000000001", "1e999999999", "99999999999999999999"})
  void whatIsLongerThanAnySessionIsRefused(String text) {
    assertThrows(NumberFormatException.class, () -> Seconds.nanos(text));
  }

  @Property
  void theClockAddsUpWithoutLosingAnything(
      @ForAll List<@BigRange(min = "0", max = "100000") @Scale(14) BigDecimal> intervals) {
    var clock = new EventClock();
    var sum = BigDecimal.ZERO;
    for (var interval : intervals) {
      sum = sum.add(interval);
      assertNull(clock.advance(interval.toPlainString()));
      assertEquals(
          sum.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValueExact(), clock.now());
    }
  }

  @Test
  void theClockStandsStillForIntervalsThatMakeNoSense() {
    var clock = new EventClock();
    assertNull(clock.advance("3999999999"));
    long now = clock.now();
    for (var text : List.of("-0.5", "1e30", "2", "2.0000000000001")) {
      var wrong = clock.advance(text);
      assertTrue(wrong != null && wrong.contains("taken as 0"), text);
      assertEquals(now, clock.now());
    }
  }
}
