package dev.mantra.replayer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final Instant START = Instant.parse("2026-11-21T02:48:36Z");

  private static final SessionHeader HEADER =
      SessionHeader.builder(SessionId.of(START, "bash", 1), START, "mantra 0")
          .command(List.of(Bytes.utf8("bash")))
          .folder(Bytes.utf8("/tmp"))
          .size(new WindowSize(80, 24))
          .environment(Map.of("TERM", "xterm"))
          .title(Optional.of("t"))
          .idleTimeLimit(Optional.of(Duration.ofSeconds(2)))
          .input(SessionHeader.InputCapture.LEFT_OUT)
          .gitHead(Optional.of("abc"))
          .origin(new SessionHeader.Origin("ttyrec", "f", "0", Bytes.EMPTY))
          .build();

  private static final List<Event> SESSION =
      List.of(
          new Event.Output(0, Bytes.utf8("a")),
          new Event.Resize(10, new WindowSize(100, 30)),
          new Event.Output(20, Bytes.utf8("b")),
          new Event.Resize(30, new WindowSize(120, 40)),
          new Event.Output(40, Bytes.utf8("c")));

  private static List<Event> events(Excerpt excerpt) {
    var events = new ArrayList<Event>();
    excerpt.events().forEachRemaining(events::add);
    return events;
  }

  @Test
  void theWholeIsTheSessionItself() {
    var whole = Excerpt.of(HEADER, SESSION.iterator(), 0, 40);
    assertEquals(HEADER, whole.header());
    assertEquals(SESSION, events(whole));
  }

  @Test
  void timesStartAgainAndTheSizeIsTheOneInForce() {
    var part = Excerpt.of(HEADER, SESSION.iterator(), 15, 30);
    assertEquals(new WindowSize(100, 30), part.header().size());
    assertEquals(START.plusNanos(15), part.header().startedAt());
    assertEquals(
        List.of(
            new Event.Output(5, Bytes.utf8("b")), new Event.Resize(15, new WindowSize(120, 40))),
        events(part));
  }

  @Test
  void aResizeAtTheVeryStartOfThePartIsAnEventOfIt() {
    var part = Excerpt.of(HEADER, SESSION.iterator(), 10, 10);
    assertEquals(new WindowSize(80, 24), part.header().size());
    assertEquals(List.of(new Event.Resize(0, new WindowSize(100, 30))), events(part));
  }

  @Test
  void aPartBehindTheEndIsEmptyAndHasTheLastSize() {
    var part = Excerpt.of(HEADER, SESSION.iterator(), 100, 200);
    assertEquals(new WindowSize(120, 40), part.header().size());
    assertEquals(List.of(), events(part));
  }
}
