package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  private long now = 123;

  private Pace pace(double speed) {
    return new Pace(() -> now, speed, Optional.empty());
  }

  private Pace limited(long seconds) {
    return new Pace(() -> now, 1, Optional.of(Duration.ofSeconds(seconds)));
  }

  @Test
  void anEventIsDueWhenAsMuchTimeHasPassedAsInTheSession() {
    var pace = pace(1);
    assertEquals(3 * SECOND, pace.waitFor(3 * SECOND));
    now += SECOND;
    assertEquals(2 * SECOND, pace.waitFor(3 * SECOND));
    assertEquals(SECOND, pace.position());
    now += 2 * SECOND;
    assertEquals(0, pace.waitFor(3 * SECOND));
  }

  @Test
  void speedDividesWaiting() {
    assertEquals(2 * SECOND, pace(2).waitFor(4 * SECOND));
    assertEquals(8 * SECOND, pace(0.5).waitFor(4 * SECOND));
  }

  @Test
  void aChangeOfSpeedHoldsFromNowOn() {
    var pace = pace(1);
    now += SECOND;
    pace.faster();
    assertEquals(2, pace.speed());
    assertEquals(SECOND, pace.position());
    assertEquals(SECOND, pace.waitFor(3 * SECOND));
    pace.slower();
    pace.slower();
    assertEquals(4 * SECOND, pace.waitFor(3 * SECOND));
    pace.normalSpeed();
    assertEquals(2 * SECOND, pace.waitFor(3 * SECOND));
  }

  @Test
  void speedHasBounds() {
    var pace = pace(1);
    for (int i = 0; i < 100; i++) {
      pace.faster();
    }
    assertEquals(64, pace.speed());
    for (int i = 0; i < 100; i++) {
      pace.slower();
    }
    assertEquals(1.0 / 16, pace.speed());
    assertThrows(IllegalArgumentException.class, () -> pace(0));
    assertThrows(IllegalArgumentException.class, () -> pace(Double.NaN));
  }

  @Test
  void nothingIsDueWhilePausedAndNoTimePasses() {
    var pace = pace(1);
    now += SECOND;
    pace.pause();
    now += 1000 * SECOND;
    assertEquals(Pace.NEVER, pace.waitFor(3 * SECOND));
    assertEquals(SECOND, pace.position());
    pace.resume();
    assertEquals(2 * SECOND, pace.waitFor(3 * SECOND));
  }

  @Test
  void steppingWhilePausedMovesThePosition() {
    var pace = pace(1);
    pace.pause();
    now += SECOND;
    pace.reached(5 * SECOND);
    assertEquals(5 * SECOND, pace.position());
    pace.resume();
    assertEquals(SECOND, pace.waitFor(6 * SECOND));
  }

  @Test
  void aPauseInTheSessionLastsNoLongerThanTheLimit() {
    var pace = limited(2);
    assertEquals(SECOND, pace.waitFor(SECOND));
    assertEquals(2 * SECOND, pace.waitFor(60 * SECOND));
    pace.toggleIdle();
    assertEquals(60 * SECOND, pace.waitFor(60 * SECOND));
    pace.toggleIdle();
    now += 2 * SECOND;
    pace.reached(60 * SECOND);
    assertEquals(60 * SECOND, pace.position());
    assertEquals(2 * SECOND, pace.waitFor(100 * SECOND));
  }

  @Test
  void afterAJumpTheNextEventIsAsFarAwayAsInTheSession() {
    var pace = pace(1);
    now += 10 * SECOND;
    pace.jump(100 * SECOND);
    assertEquals(100 * SECOND, pace.position());
    assertEquals(SECOND, pace.waitFor(101 * SECOND));
    pace.jump(0);
    assertEquals(SECOND, pace.waitFor(SECOND));
  }

  @Test
  void slowWritingDoesNotAddUp() {
    var pace = pace(1);
    for (int i = 1; i <= 100; i++) {
      now += pace.waitFor(i * SECOND) + 50_000_000; // each event is shown 50 ms late
      pace.reached(i * SECOND);
    }
    assertEquals(123 + 100 * SECOND + 50_000_000, now);
  }

  @Test
  void afterALongHoldUpPlayingDoesNotRush() {
    var pace = pace(1);
    now += 3600 * SECOND; // the computer slept
    pace.reached(SECOND);
    assertEquals(SECOND, pace.waitFor(2 * SECOND));
  }

  @Property
  void theWholeTakesTheSumOfTheLimitedPausesDividedByTheSpeed(
      @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 3_600_000_000_000L) Long> pauses,
      @ForAll @DoubleRange(min = 0.1, max = 20) double speed,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long limit) {
    now = 0;
    var pace = new Pace(() -> now, speed, Optional.of(Duration.ofNanos(limit)));
    long at = 0;
    double expected = 0;
    for (long pause : pauses) {
      at += pause;
      expected += Math.min(pause, limit) / speed;
      now += pace.waitFor(at);
      // a nanosecond of the session takes ten of the watcher's at the slowest speed here
      assertTrue(pace.waitFor(at) <= 20, "all but the rounding was waited for");
      now += pace.waitFor(at);
      pace.reached(at);
    }
    assertTrue(Math.abs(pace.position() - at) <= 100, "rounded to nanoseconds of the watcher");
    assertTrue(Math.abs(now - expected) <= 3 * pauses.size() + 20, now + " is not " + expected);
  }
}
