package dev.mantra.replayer.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.replayer.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlayerTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String OFF = new LeftOnModes().off().toUtf8();
  private static final String CLEARED = OFF + "\033[H\033[2J";

  /** One letter a second, a marker at 3 and at 6 seconds. */
  private static final List<Event> SESSION = session();

  private static List<Event> session() {
    var events = new ArrayList<Event>();
    for (int second = 0; second <= 10; second++) {
      if (second == 3 || second == 6) {
        events.add(new Event.Marker(second * SECOND, "m" + second));
      }
      events.add(new Event.Output(second * SECOND, Bytes.utf8("" + (char) ('a' + second))));
    }
    return events;
  }

  /** A terminal with a clock of its own: time passes only while one waits for keys. */
  private static final class FakeScreen implements PlayerScreen {
    private final NavigableMap<Long, String> keys = new TreeMap<>();
    private final List<String> shown = new ArrayList<>();
    private final StringBuilder all = new StringBuilder();
    private WindowSize size = WindowSize.STANDARD;
    private long now;
    private int restored;
    private boolean closed;

    FakeScreen press(double second, String typed) {
      keys.merge((long) (second * SECOND), typed, String::concat);
      return this;
    }

    @Override
    public void write(Bytes bytes) {
      all.append(bytes.toUtf8());
      shown.add(Math.floor(now / 1e8) / 10 + " " + bytes.toUtf8());
    }

    @Override
    public Optional<Bytes> readKeys(long nanos) {
      var next = keys.firstEntry();
      long until = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : now + nanos;
      if (next != null && next.getKey() <= until) {
        keys.pollFirstEntry();
        now = Math.max(now, next.getKey());
        return Optional.of(Bytes.utf8(next.getValue()));
      }
      if (closed || until == Long.MAX_VALUE) {
        return Optional.empty();
      }
      now = until;
      return Optional.of(Bytes.EMPTY);
    }

    @Override
    public WindowSize size() {
      return size;
    }

    @Override
    public void restore() {
      restored++;
    }
  }

  private final FakeScreen screen = new FakeScreen();

  private void play(PlayOptions options) throws IOException {
    play(options, SESSION);
  }

  private void play(PlayOptions options, List<Event> events) throws IOException {
    var start = Instant.parse("2026-11-21T02:48:36Z");
    var header = SessionHeader.builder(SessionId.of(start, "bash", 1), start, "mantra 0").build();
    var source = new OneReading(events);
    var timeline = new Timeline(header, Duration.ofSeconds(10), source::events);
    new Player(timeline, source::events, screen, options, () -> screen.now).play();
    assertEquals(1, screen.restored);
    assertTrue(screen.all.toString().endsWith(OFF), "all modes are switched off at the end");
  }

  /** A source as strict as it may be: a new reading ends the one before. */
  private static final class OneReading {
    private final List<Event> events;
    private int reading;

    OneReading(List<Event> events) {
      this.events = events;
    }

    Iterator<Event> events() {
      int mine = ++reading;
      var all = events.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          assertEquals(reading, mine, "this reading has ended");
          return all.hasNext();
        }

        @Override
        public Event next() {
          return all.next();
        }
      };
    }
  }

  private String text() {
    return screen.all.substring(0, screen.all.length() - OFF.length());
  }

  @Test
  void outputIsShownWhenItIsDue() throws IOException {
    play(PlayOptions.PLAIN);
    assertEquals("abcdefghijk", text());
    assertEquals("0.0 a", screen.shown.getFirst());
    assertEquals("4.0 e", screen.shown.get(4));
    assertEquals(10 * SECOND, screen.now);
  }

  @Test
  void speedAndIdleLimitShortenTheTime() throws IOException {
    play(new PlayOptions(2, Optional.of(Duration.ofMillis(500)), 0));
    assertEquals("abcdefghijk", text());
    assertEquals(10 * SECOND / 4, screen.now);
  }

  @Test
  void playingMayStartInTheMiddle() throws IOException {
    play(new PlayOptions(1, Optional.empty(), 8 * SECOND));
    assertEquals("0.0 abcdefghi", screen.shown.getFirst(), "what precedes is shown at once");
    assertEquals(2 * SECOND, screen.now);
  }

  @Test
  void quittingLeavesOutTheRest() throws IOException {
    screen.press(2.5, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abc", text());
  }

  @Test
  void whenTheKeyboardGoesAwayPlayingEnds() throws IOException {
    screen.closed = true;
    play(PlayOptions.PLAIN);
    assertEquals("a", text());
  }

  @Test
  void nothingIsShownWhilePausedButSteps() throws IOException {
    screen.press(2.5, " ").press(60, ".").press(70, ".").press(100, " ").press(101.5, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdef", text());
    assertEquals("60.0 d", screen.shown.get(3));
    assertEquals("70.0 e", screen.shown.get(4));
    assertEquals("101.0 f", screen.shown.get(5));
  }

  @Test
  void steppingIsForPausedPlayersOnly() throws IOException {
    screen.press(0.5, ".").press(0.6, "q");
    play(PlayOptions.PLAIN);
    assertEquals("a", text());
  }

  @Test
  void goingForwardShowsWhatLiesBetweenAtOnce() throws IOException {
    screen.press(1.5, "\033[C").press(1.6, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefg", text());
    assertEquals("1.5 cdefg", screen.shown.get(2));
  }

  @Test
  void goingBackClearsTheScreenAndShowsEverythingUpToThere() throws IOException {
    screen.press(7.5, "\033[D").press(7.6, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefgh" + CLEARED + "abc", text());
  }

  @Test
  void beforeTheStartIsTheStartAndBehindTheEndIsTheEnd() throws IOException {
    screen.press(1.5, "\033[5~").press(1.6, "\033[6~");
    play(PlayOptions.PLAIN);
    assertEquals("ab" + CLEARED + "abcdefghijk", text());
    assertEquals((long) (1.6 * SECOND), screen.now);
  }

  @Test
  void theEndCanBeLookedAt() throws IOException {
    screen.press(1.5, "G").press(100, "0").press(101, " ").press(102.5, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefghijk" + CLEARED + "ab", text());
  }

  @Test
  void tenthsAndSharesAreOfTheWhole() throws IOException {
    screen.press(0.5, "5").press(0.6, "\033[1;2C").press(0.7, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefg", text());
  }

  @Test
  void markersAreGoneToAndPlayingGoesOnBehindThem() throws IOException {
    screen.press(0.5, "]").press(0.6, "]").press(0.7, "]").press(2, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefgh", text(), "there is no third marker, so that key does nothing");
    assertEquals("0.5 bcd", screen.shown.get(1));
    assertEquals("0.6 efg", screen.shown.get(2));
  }

  @Test
  void thePreviousMarkerIsNotTheOneOneHasJustGoneTo() throws IOException {
    screen.press(7.5, "[").press(8, "[").press(8.1, "q");
    play(PlayOptions.PLAIN);
    assertEquals("abcdefgh" + CLEARED + "abcdefg" + CLEARED + "abcd", text());
  }

  @Test
  void aSessionWithoutMarkersPlaysOn() throws IOException {
    screen.press(0.5, "][");
    play(PlayOptions.PLAIN, SESSION.stream().filter(Event.Output.class::isInstance).toList());
    assertEquals("abcdefghijk", text());
    assertEquals(10 * SECOND, screen.now);
  }

  @Test
  void helpIsShownUntilTheNextKeyAndHoldsTheTime() throws IOException {
    screen.press(1.5, "?").press(50, "?").press(50.7, "q");
    play(PlayOptions.PLAIN);
    var help = screen.shown.get(2);
    assertTrue(help.contains("0:01.500 / 0:10") && help.contains("space pause"), help);
    assertEquals("50.0 ab", screen.shown.get(5));
    assertEquals("50.5 c", screen.shown.get(6));
  }

  @Test
  void aWindowThatIsTooSmallIsNoted() throws IOException {
    screen.size = new WindowSize(60, 20);
    screen.press(0.5, "q");
    play(PlayOptions.PLAIN);
    assertTrue(screen.shown.getFirst().contains("60x20"), screen.shown.getFirst());
    assertTrue(screen.shown.getFirst().contains("80x24"), screen.shown.getFirst());
  }

  @Test
  void theTerminalIsRestoredAlsoWhenReadingFails() {
    var start = Instant.EPOCH;
    var header = SessionHeader.builder(SessionId.of(start, "bash", 1), start, "mantra 0").build();
    var timeline = new Timeline(header, Duration.ofSeconds(10), SESSION::iterator);
    var player =
        new Player(
            timeline,
            () -> {
              throw new IOException("damaged");
            },
            screen,
            PlayOptions.PLAIN,
            () -> screen.now);
    assertThrows(IOException.class, player::play);
    assertEquals(1, screen.restored);
    assertEquals(OFF, screen.all.toString());
  }

  @Test
  void modesThatTheRecordingLeftOnAreSwitchedOff() throws IOException {
    var events = List.<Event>of(new Event.Output(0, Bytes.utf8("\033[?1049h\033[?1000h")));
    var start = Instant.EPOCH;
    var header = SessionHeader.builder(SessionId.of(start, "vim", 1), start, "mantra 0").build();
    var timeline = new Timeline(header, Duration.ZERO, events::iterator);
    new Player(timeline, events::iterator, screen, PlayOptions.PLAIN, () -> screen.now).play();
    assertTrue(screen.all.toString().contains("\033[?1049l"));
  }
}
