package dev.mantra.replayer;

import static dev.mantra.replayer.Recorded.MILLI;
import static dev.mantra.replayer.Recorded.output;
import static dev.mantra.replayer.Recorded.resize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Position;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir Path temp;

  private Recorded recorded;

  @BeforeEach
  void makeAStore() {
    recorded = new Recorded(temp);
  }

  private String textAt(Session session, long millis) throws IOException {
    try (var replay = recorded.replay(session)) {
      return replay.screenAt(millis * MILLI).text().strip();
    }
  }

  @Test
  void theScreenShowsAllUpToAMomentAndTheMomentItself() throws IOException {
    var session = recorded.session(output(10, "a"), output(20, "b"), output(20, "c"));
    assertEquals("", textAt(session, 9));
    assertEquals("a", textAt(session, 10));
    assertEquals("a", textAt(session, 19));
    assertEquals("abc", textAt(session, 20));
    assertEquals("abc", textAt(session, 1_000_000));
    assertEquals("", textAt(session, -1));
  }

  @Test
  void ofAnUpdateThatIsNotCompleteNothingIsSeen() throws IOException {
    var session =
        recorded.session(
            output(0, "old\033[?2026h\033[2J\033[Hhalf"),
            output(100, " and half"),
            output(200, " again\033[?2026l!"));
    assertEquals("old", textAt(session, 0));
    assertEquals("old", textAt(session, 199));
    assertEquals("half and half again!", textAt(session, 200));
  }

  @Test
  void anUpdateThatNeverEndsIsSeenAfterASecond() throws IOException {
    var session = recorded.session(output(0, "old\033[?2026h\033[2J\033[Hhalf"), output(5000, "."));
    assertEquals("old", textAt(session, 999));
    assertEquals("half", textAt(session, 1000));
    assertEquals("half.", textAt(session, 5000));
    try (var replay = recorded.replay(session)) {
      var playback = replay.playback();
      playback.advanceTo(0);
      assertEquals(OptionalLong.of(1000 * MILLI), playback.nextEvent());
      playback.advanceTo(1000 * MILLI);
      assertEquals(OptionalLong.of(5000 * MILLI), playback.nextEvent());
      playback.advanceTo(5000 * MILLI);
      assertEquals(OptionalLong.empty(), playback.nextEvent());
    }
  }

  @Test
  void theWindowHasItsSizeOfTheMoment() throws IOException {
    var session =
        recorded.session(
            new WindowSize(30, 5),
            List.of(resize(10, 40, 6), resize(20, 0, 0), output(30, "x"), resize(40, 10, 2)));
    try (var replay = recorded.replay(session)) {
      assertEquals("30x5", size(replay, 0));
      assertEquals("40x6", size(replay, 10));
      assertEquals("40x6", size(replay, 30));
      assertEquals("10x2", size(replay, 40));
    }
    try (var replay = recorded.replay(recorded.session(new WindowSize(0, 0), List.of()))) {
      assertEquals("80x24", size(replay, 0));
    }
  }

  private static String size(Replay replay, long millis) throws IOException {
    var screen = replay.screenAt(millis * MILLI);
    return screen.columns() + "x" + screen.rows();
  }

  @Test
  void aSessionInWhichNothingHappenedIsEmptyInEveryWay() throws IOException {
    try (var replay = recorded.replay(recorded.session())) {
      assertEquals(0, replay.duration());
      assertEquals("", replay.screenAt(0).text().strip());
      assertEquals(OptionalLong.empty(), replay.nextFrame(0));
      assertEquals(OptionalLong.empty(), replay.previousFrame(0));
      assertEquals(OptionalLong.empty(), replay.playback().nextEvent());
      assertFalse(replay.lines().iterator().hasNext());
      assertEquals(List.of(), replay.timeline().marks());
    }
  }

  @Test
  void whatIsNoOutputChangesNoScreen() throws IOException {
    var session =
        recorded.session(
            output(0, "a"),
            new Event.Paused(5 * MILLI),
            new Event.Resumed(50 * MILLI),
            new Event.Gap(60 * MILLI, 55 * MILLI, 100, "a slow disk"),
            new Event.Input(70 * MILLI, Bytes.utf8("typed")),
            new Event.HiddenInput(75 * MILLI, 8),
            new Event.Unknown(80 * MILLI, 99, Bytes.utf8("?")),
            output(90, "b"));
    assertEquals("a", textAt(session, 89));
    assertEquals("ab", textAt(session, 90));
    try (var replay = recorded.replay(session)) {
      assertEquals(OptionalLong.of(90 * MILLI), replay.nextFrame(0));
    }
  }

  @Test
  void whatIsWrittenWithinARefreshIsOneFrame() throws IOException {
    var session =
        recorded.session(
            output(100, "a"),
            output(110, "b"),
            output(116, "c"),
            output(117, "d"),
            output(500, "\033[?2026he"),
            output(550, "f"),
            output(600, "\033[?2026l"));
    try (var replay = recorded.replay(session)) {
      assertEquals(OptionalLong.of(116 * MILLI), replay.nextFrame(0));
      assertEquals(OptionalLong.of(117 * MILLI), replay.nextFrame(116 * MILLI));
      assertEquals(OptionalLong.of(600 * MILLI), replay.nextFrame(117 * MILLI));
      assertEquals(OptionalLong.empty(), replay.nextFrame(600 * MILLI));
      assertEquals(OptionalLong.of(600 * MILLI), replay.previousFrame(601 * MILLI));
      assertEquals(OptionalLong.of(117 * MILLI), replay.previousFrame(600 * MILLI));
      assertEquals(OptionalLong.of(116 * MILLI), replay.previousFrame(117 * MILLI));
      assertEquals(OptionalLong.empty(), replay.previousFrame(116 * MILLI));
    }
  }

  @Test
  void updatesThatFollowEachOtherWithoutAPauseAreFramesEach() throws IOException {
    var session =
        recorded.session(
            output(0, "\033[?2026ha"),
            output(100, "\033[?2026l\033[?2026hb"),
            output(200, "\033[?2026l\033[?2026hc"),
            output(300, "\033[?2026l"));
    try (var replay = recorded.replay(session)) {
      assertEquals(OptionalLong.of(100 * MILLI), replay.nextFrame(0));
      assertEquals("a", replay.screenAt(100 * MILLI).text().strip());
      assertEquals(OptionalLong.of(200 * MILLI), replay.nextFrame(100 * MILLI));
      assertEquals("ab", replay.screenAt(200 * MILLI).text().strip());
      assertEquals(OptionalLong.of(300 * MILLI), replay.nextFrame(200 * MILLI));
    }
  }

  @Test
  void marksThatWereSetLaterStandAmongTheRecordedOnes() throws Exception {
    var session =
        recorded.session(output(0, "a"), new Event.Marker(20 * MILLI, "recorded"), output(40, "b"));
    session.annotate(new Annotations.Entry.Marked(30 * MILLI, "later"));
    session.annotate(new Annotations.Entry.Marked(10 * MILLI, "sooner"));
    session.annotate(new Annotations.Entry.Marked(900 * MILLI, "behind the end"));
    try (var replay = recorded.replay(session)) {
      assertEquals(
          List.of(
              new Timeline.Mark(10 * MILLI, "sooner"),
              new Timeline.Mark(20 * MILLI, "recorded"),
              new Timeline.Mark(30 * MILLI, "later"),
              new Timeline.Mark(40 * MILLI, "behind the end")),
          replay.timeline().marks());
      assertEquals(30 * MILLI, replay.timeline().resolve(new Position.Marker("later")));
    }
  }

  @Test
  void whatIsRecordedMeanwhileIsPlayed() throws IOException {
    try (var open = recorded.begin(new WindowSize(20, 4))) {
      open.journal().append(output(10, "a"));
      try (var replay = recorded.replay(open.session())) {
        var playback = replay.playback();
        playback.advanceTo(50 * MILLI);
        assertEquals(OptionalLong.empty(), playback.nextEvent());
        open.journal().append(output(40, "b"));
        open.journal().append(output(60, "c"));
        assertEquals(OptionalLong.of(50 * MILLI), playback.nextEvent());
        playback.advanceTo(50 * MILLI);
        assertEquals("ab", playback.terminal().text().strip());
        assertEquals(OptionalLong.of(60 * MILLI), playback.nextEvent());
      }
    }
  }

  @Test
  void aPlaybackGoesForwardsAndBackwards() throws IOException {
    var session = recorded.session(new WindowSize(40, 12), Recorded.longSession());
    try (var replay = recorded.replay(session)) {
      var playback = replay.playback();
      for (int step : List.of(0, 3999, 17, 18, 2000, 1999, 2001, 3000, 1)) {
        playback.seek(step * 20L * MILLI);
        assertEquals(step * 20L * MILLI, playback.time());
        assertTrue(playback.terminal().text().startsWith("step " + step + "\n"));
      }
      playback.seek(500 * 20L * MILLI);
      playback.advanceTo(0);
      assertTrue(playback.terminal().text().startsWith("step 500\n"));
      assertEquals(OptionalLong.of(501 * 20L * MILLI), playback.nextEvent());
    }
  }
}
