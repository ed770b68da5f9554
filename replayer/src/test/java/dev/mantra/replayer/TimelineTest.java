package dev.mantra.replayer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Instant START = Instant.parse("2026-11-21T02:48:36Z");

  private static final SessionHeader HEADER =
      SessionHeader.builder(SessionId.of(START, "bash", 1), START, "mantra 0").build();

  private static final List<Event> SESSION =
      List.of(
          new Event.Output(0, Bytes.utf8("a")),
          new Event.Marker(10 * SECOND, "first"),
          new Event.Marker(20 * SECOND, "twice"),
          new Event.Marker(30 * SECOND, "twice"),
          new Event.Output(100 * SECOND, Bytes.utf8("b")));

  private int readings;

  private Timeline timeline() {
    return new Timeline(
        HEADER,
        Duration.ofSeconds(100),
        () -> {
          readings++;
          return SESSION.iterator();
        });
  }

  private long resolve(String position) throws IOException, NoSuchPositionException {
    return timeline().resolve(new PositionGrammar(ZoneOffset.UTC).parse(position));
  }

  @ParameterizedTest
  @CsvSource({
    "start, 0",
    "end, 100",
    "0:42, 42",
    "9:99:99, 100",
    "50%, 50",
    "0%, 0",
    "100%, 100",
    "2026-11-21T02:48:36Z, 0",
    "2026-11-21T02:49:00Z, 24",
    "2026-11-21T02:50:16Z, 100",
    "marker:first, 10",
    "marker:twice, 20",
  })
  void positionsAreNanosecondsSinceTheStart(String position, long second) throws Exception {
    assertEquals(second * SECOND, resolve(position));
  }

  @Test
  void onlyMarkersNeedTheSessionToBeReadAndThatOnce() throws Exception {
    resolve("50%");
    assertEquals(0, readings);
    var timeline = timeline();
    timeline.resolve(new Position.Marker("first"));
    timeline.resolve(new Position.Marker("twice"));
    assertEquals(1, readings);
  }

  @Test
  void anUnknownMarkerIsAnsweredWithThoseThereAre() {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve("marker:second"));
    assertEquals(
        "this session has no marker 'second'; it has 'first' at 0:10, 'twice' at 0:20,"
            + " 'twice' at 0:30",
        error.getMessage());
    var none = new Timeline(HEADER, Duration.ofSeconds(1), () -> new ArrayList<Event>().iterator());
    var empty =
        assertThrows(
            NoSuchPositionException.class, () -> none.resolve(new Position.Marker("first")));
    assertTrue(String.valueOf(empty.getMessage()).contains("no markers at all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21T02:48:35Z", "2026-11-21T02:50:17Z", "2020-01-01"})
  void aTimeBeforeOrAfterTheSessionIsAnsweredWithItsTimes(String time) {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve(time));
    assertTrue(
        String.valueOf(error.getMessage())
            .endsWith("from 2026-11-21T02:48:36Z to 2026-11-21T02:50:16Z"),
        error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "5, no messages",
    "5.2, no messages",
    "user:3, no messages",
    "/x/, only a session of the store"
  })
  void whatCannotBeFoundYetSaysSo(String position, String reason) {
    var error = assertThrows(NoSuchPositionException.class, () -> resolve(position));
    assertTrue(String.valueOf(error.getMessage()).contains(reason), error.getMessage());
  }

  @Test
  void theDurationOfAnInterruptedSessionIsMeasured() throws IOException {
    assertEquals(100 * SECOND, Timeline.measure(HEADER, SESSION::iterator).duration());
  }

  @Property
  void everyPositionLiesInTheSession(
      @ForAll @LongRange(min = 0) long duration,
      @ForAll @DoubleRange(min = 0, max = 100) double percent,
      @ForAll @LongRange(min = 0) long offset)
      throws Exception {
    var timeline = new Timeline(HEADER, Duration.ofNanos(duration), SESSION::iterator);
    for (var position : List.of(new Position.Percent(percent), new Position.Offset(offset))) {
      long at = timeline.resolve(position);
      assertTrue(at >= 0 && at <= duration);
    }
  }
}
