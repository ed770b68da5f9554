package dev.mantra.formats.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EventTransformTest {

  private static final long HOUR = 3_600_000_000_000L;

  @Provide
  Arbitrary<List<Event>> sessions() {
    return Arbitraries.longs()
        .between(0, HOUR)
        .list()
        .ofMaxSize(30)
        .map(
            times ->
                times.stream().sorted().<Event>map(at -> new Event.Marker(at, "m" + at)).toList());
  }

  @Property
  void identityChangesNothing(@ForAll("sessions") List<Event> session) {
    assertEquals(session, apply(EventTransform.identity(), session));
  }

  @Property
  void noPauseIsLongerThanTheLimitAndShorterOnesStay(
      @ForAll("sessions") List<Event> session, @ForAll @LongRange(min = 1, max = HOUR) long limit) {
    var limited = apply(EventTransform.limitIdle(Duration.ofNanos(limit)), session);
    assertEquals(session.size(), limited.size());
    long before = 0;
    long beforeLimited = 0;
    for (int i = 0; i < session.size(); i++) {
      long pause = session.get(i).at() - before;
      assertEquals(Math.min(pause, limit), limited.get(i).at() - beforeLimited);
      before = session.get(i).at();
      beforeLimited = limited.get(i).at();
    }
  }

  @Property
  void limitingTwiceIsLimitingOnce(
      @ForAll("sessions") List<Event> session, @ForAll @LongRange(min = 1, max = HOUR) long limit) {
    var transform = EventTransform.limitIdle(Duration.ofNanos(limit));
    assertEquals(apply(transform, session), apply(transform.andThen(transform), session));
  }

  @Property
  void speedDividesTimesAndKeepsTheirOrder(
      @ForAll("sessions") List<Event> session,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
    var faster = apply(EventTransform.speed(factor), session);
    long before = 0;
    for (int i = 0; i < session.size(); i++) {
      assertEquals(session.get(i).at() / factor, (double) faster.get(i).at(), 1);
      assertTrue(faster.get(i).at() >= before);
      before = faster.get(i).at();
    }
  }

  @Property
  void betweenIsWhatLiesBetween(
      @ForAll("sessions") List<Event> session,
      @ForAll @LongRange(min = 0, max = HOUR) long one,
      @ForAll @LongRange(min = 0, max = HOUR) long other) {
    long from = Math.min(one, other);
    long to = Math.max(one, other);
    var expected =
        session.stream()
            .filter(event -> event.at() >= from && event.at() <= to)
            .map(event -> event.withAt(event.at() - from))
            .toList();
    assertEquals(expected, apply(EventTransform.between(from, to), session));
  }

  @Property
  void theFirstTransformIsAppliedFirst(@ForAll("sessions") List<Event> session) {
    var cutThenFast = EventTransform.between(0, 1000).andThen(EventTransform.speed(0.5));
    var expected =
        session.stream()
            .filter(event -> event.at() <= 1000)
            .map(event -> event.withAt(event.at() * 2))
            .toList();
    assertEquals(expected, apply(cutThenFast, session));
  }

  @Test
  void nothingIsReadBehindTheEndOfBetween() {
    var endless =
        Stream.<Event>iterate(new Event.Marker(0, ""), event -> event.withAt(event.at() + 1))
            .iterator();
    assertEquals(11, toList(EventTransform.between(0, 10).apply(endless)).size());
  }

  @Test
  void betweenEndsLikeEveryIterator() {
    var events = EventTransform.between(0, 1).apply(Collections.emptyIterator());
    assertThrows(NoSuchElementException.class, events::next);
  }

  @Test
  void aSpeedThatIsNoneIsRefused() {
    for (double speed : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> EventTransform.speed(speed));
    }
  }

  private static List<Event> apply(EventTransform transform, List<Event> session) {
    return toList(transform.apply(session.iterator()));
  }

  private static List<Event> toList(Iterator<Event> events) {
    var list = new ArrayList<Event>();
    events.forEachRemaining(list::add);
    return list;
  }
}
