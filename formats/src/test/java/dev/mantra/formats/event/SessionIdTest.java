package dev.mantra.formats.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  private static final long YEAR_9999 = 253_402_300_799L;

  @Test
  void anIdTellsTimeAndProgram() {
    var id = SessionId.of(Instant.parse("2026-11-21T02:48:36.9Z"), "claude", 12345);
    assertTrue(id.value().startsWith("20261121T024836Z-claude-"), id.value());
    assertEquals(id.value(), id.toString());
  }

  @Test
  void theTimeIsReadBackToTheSecond() {
    var start = Instant.parse("2026-11-21T02:48:36Z");
    assertEquals(Optional.of(start), SessionId.of(start, "claude", 7).startedAt());
  }

  @Property
  void anyProgramAndAnyRandomNumberGiveAValidId(
      @ForAll @LongRange(min = 0, max = YEAR_9999) long second,
      @ForAll String program,
      @ForAll long random) {
    var id = SessionId.of(Instant.ofEpochSecond(second), program, random);
    assertTrue(SessionId.isValid(id.value()), id.value());
    assertFalse(id.value().contains("/"), "an id is the name of a folder");
  }

  @Property
  void idsSortByTime(
      @ForAll @LongRange(min = 0, max = YEAR_9999) long one,
      @ForAll @LongRange(min = 0, max = YEAR_9999) long other,
      @ForAll long random) {
    var first = SessionId.of(Instant.ofEpochSecond(one), "a", random);
    var second = SessionId.of(Instant.ofEpochSecond(other), "a", random);
    assertEquals(Integer.signum(Long.compare(one, other)), Integer.signum(first.compareTo(second)));
  }

  @Property
  void neighbouringRandomNumbersGiveDifferentIds(@ForAll long random) {
    assertNotEquals(
        SessionId.of(Instant.EPOCH, "a", random), SessionId.of(Instant.EPOCH, "a", random + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "last",
        "../../etc",
        "20261121T024836Z-claude",
        "20261121T024836Z-claude-7k3f9a/x",
        "20261121T024836Z-Claude-7k3f9a",
        "20261121T024836Z--7k3f9a",
        "20261121T024836Z-a-7k3f9a\n"
      })
  void whatIsNoIdIsRefused(String text) {
    assertFalse(SessionId.isValid(text));
    assertThrows(IllegalArgumentException.class, () -> new SessionId(text));
  }
}
