package dev.mantra.replayer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.derived.Pieces;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.Keyframe;
import dev.mantra.terminal.Terminal;
import dev.mantra.terminal.WidthPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** Wherever one goes in a session, and however: one sees what somebody would have seen. */
class SeekingPropertyTest {

  private static final WindowSize SIZE = new WindowSize(20, 5);
  private static final ReplayOptions OPTIONS = ReplayOptions.STANDARD;
  private static final long SECOND = 1000 * Recorded.MILLI;

  /** So close that each session has several keyframes. */
  private static final long DISTANCE = 600;

  private static final List<String> ATOMS =
      List.of(
          "\033[?2026h",
          "\033[?2026l",
          "\033[?2026l\033[?2026h",
          "\033[2J\033[H",
          "\033[3J",
          "\033c",
          "\033[?1049h",
          "\033[?1049l",
          "\033[31;4m",
          "\033[38;2;1;2;3m",
          "\033[m",
          "\033[2;4r",
          "\033[r",
          "\033[3;7H",
          "\033[K",
          "\033M",
          "\0337",
          "\0338",
          "\033]2;a title\033\\",
          "\033]8;;http://a\033\\link\033]8;;\033\\",
          "\033[?25l",
          "\033[?7l",
          "\033(0qqq\033(B",
          "\r\n",
          "\r\nan ordinary line of text that wraps\r\n",
          "some words ",
          "日本語",
          "👩\u200d👧 e\u0301",
          "\033P+q544e\033\\",
          "\377\302");

  private final Path folder;
  private final Recorded recorded;

  SeekingPropertyTest() throws IOException {
    folder = Files.createTempDirectory("seeking");
    recorded = new Recorded(folder);
  }

  @AfterProperty
  void deleteTheStore() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Sessions: the output of a program that does anything, cut into events anywhere. */
  @Provide
  Arbitrary<List<Event>> events() {
    return Arbitraries.longs().map(seed -> events(new Random(seed)));
  }

  private static List<Event> events(Random random) {
    var events = new ArrayList<Event>();
    long at = 0;
    var text = new StringBuilder();
    for (int i = random.nextInt(500); i >= 0; i--) {
      text.append(ATOMS.get(random.nextInt(ATOMS.size())));
    }
    byte[] output = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < output.length; ) {
      at += List.of(0L, 0L, 1L, 3L, 10L, 17L, 40L, 1200L).get(random.nextInt(8)) * Recorded.MILLI;
      switch (random.nextInt(12)) {
        case 0 ->
            events.add(new Event.Resize(at, new WindowSize(random.nextInt(25), random.nextInt(8))));
        case 1 -> events.add(new Event.Input(at, Bytes.utf8("typed")));
        case 2 -> events.add(new Event.Marker(at, "m"));
        default -> {
          int length = Math.min(output.length - from, random.nextInt(random.nextInt(300) + 1));
          events.add(new Event.Output(at, Bytes.copyOf(output, from, length)));
          from += length;
        }
      }
    }
    return events;
  }

  /** The keyframes of a session, of which there may be none. */
  private static Keyframes keyframes(Session session, JournalReader reader, long distance)
      throws IOException {
    var header = session.summary().header();
    var memory = new Pieces.InMemory();
    var pass = new FirstPass(reader, () -> OPTIONS.blankTerminal(header), memory, distance);
    var made = Provenance.of(1, WidthPolicy.CLUSTERS, session, JournalPlace.START);
    return new Keyframes(
        () -> OPTIONS.blankTerminal(header), pass.run(made, ReadingProgress.NONE), memory);
  }

  /** What is seen at a moment, found out in the plainest way. */
  private static byte[] seen(List<Event> events, SessionSize size, long at) {
    var terminal = size.terminal();
    long openedAt = 0;
    long open = -1;
    long seen = 0;
    for (var event : upTo(events, at)) {
      long before = terminal.offset();
      apply(event, terminal, Long.MAX_VALUE);
      long now = terminal.inSynchronizedUpdate() ? terminal.completeFrameOffset() : -1;
      if (now != open) {
        open = now;
        openedAt = event.at();
        seen = Math.max(open, before);
      }
    }
    if (open < 0 || at >= openedAt + SECOND) {
      return Keyframe.write(terminal);
    }
    var shown = size.terminal();
    for (var event : upTo(events, at)) {
      if (!apply(event, shown, seen)) {
        break;
      }
    }
    return Keyframe.write(shown);
  }

  /** The terminal that a session starts with. */
  private record SessionSize(Session session) {
    Terminal terminal() {
      try {
        return OPTIONS.blankTerminal(session.summary().header());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<Event> upTo(List<Event> events, long at) {
    return events.stream().filter(event -> event.at() <= at).toList();
  }

  /** Applies an event up to an offset of the output; returns whether there was all of it. */
  private static boolean apply(Event event, Terminal terminal, long to) {
    if (event instanceof Event.Output output) {
      byte[] bytes = output.bytes().toArray();
      int length = (int) Math.min(bytes.length, to - terminal.offset());
      terminal.feed(bytes, 0, length);
      return length == bytes.length;
    }
    if (event instanceof Event.Resize resize && resize.size().isKnown()) {
      terminal.resize(resize.size().columns(), resize.size().rows());
    }
    return true;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void seekingAndPlayingShowTheSame(@ForAll("events") List<Event> events, @ForAll Random random)
      throws IOException {
    var session = recorded.session(SIZE, events);
    var size = new SessionSize(session);
    long duration = events.isEmpty() ? 0 : events.getLast().at();
    try (var one = session.read();
        var two = session.read()) {
      var keyframes = keyframes(session, one, DISTANCE);
      var playing = new Playback(two, keyframes, 0);
      long before = 0;
      for (int i = 0; i < 20; i++) {
        before += random.nextLong(duration / 10 + 2);
        playing.advanceTo(before);
        byte[] expected = seen(events, size, before);
        assertArrayEquals(expected, Keyframe.write(playing.terminal()), "playing to " + before);
        long anywhere = random.nextLong(duration + 2 * SECOND);
        var sought = new Playback(one, keyframes, anywhere);
        assertArrayEquals(
            seen(events, size, anywhere),
            Keyframe.write(sought.lastTerminal()),
            "seeking " + anywhere);
      }
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void framesAreTheSameFromWhereverOneLooks(@ForAll("events") List<Event> events)
      throws IOException {
    var session = recorded.session(SIZE, events);
    long duration = events.isEmpty() ? 0 : events.getLast().at();
    try (var reader = session.read()) {
      var near = new FrameTimes(reader, keyframes(session, reader, DISTANCE), duration);
      var whole = new FrameTimes(reader, keyframes(session, reader, 1 << 20), duration);
      var frames = forwards(whole);
      assertEquals(frames, forwards(near));
      assertEquals(frames, backwards(near));
      assertTrue(frames.stream().allMatch(at -> at >= 0 && at <= duration), frames::toString);
    }
  }

  private static List<Long> forwards(FrameTimes frames) throws IOException {
    var all = new ArrayList<Long>();
    for (var at = frames.after(-1); at.isPresent(); at = frames.after(all.getLast())) {
      assertTrue(all.isEmpty() || at.getAsLong() > all.getLast(), () -> all + " again");
      all.add(at.getAsLong());
    }
    return all;
  }

  private static List<Long> backwards(FrameTimes frames) throws IOException {
    var all = new ArrayList<Long>();
    for (var at = frames.before(Long.MAX_VALUE);
        at.isPresent();
        at = frames.before(all.getFirst())) {
      assertTrue(all.isEmpty() || at.getAsLong() < all.getFirst(), () -> "again " + all);
      all.addFirst(at.getAsLong());
    }
    return all;
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void theLastFrameIsWhatIsSeenAtTheEnd(@ForAll("events") List<Event> events) throws IOException {
    var session = recorded.session(SIZE, events);
    try (var replay = recorded.replay(session)) {
      var last = replay.previousFrame(Long.MAX_VALUE);
      if (last.isPresent()) {
        assertEquals(
            replay.screenAt(replay.duration()).text(), replay.screenAt(last.getAsLong()).text());
      } else {
        assertEquals(OptionalLong.empty(), replay.nextFrame(-1));
      }
    }
  }
}
