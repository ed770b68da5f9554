package dev.mantra.replayer;

import static dev.mantra.replayer.Recorded.MILLI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.DisplayedLine;
import dev.mantra.terminal.WidthPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in the cache folder saves time and never decides what is shown. */
class DerivedFilesTest {

  private static final WindowSize SIZE = new WindowSize(40, 12);

  @TempDir Path temp;

  private Recorded recorded;
  private Session session;

  @BeforeEach
  void recordASession() throws IOException {
    recorded = new Recorded(temp);
    var events = new ArrayList<Event>(Recorded.longSession());
    events.add(1, new Event.Marker(MILLI, "early"));
    events.add(3001, new Event.Marker(events.get(3000).at(), "late"));
    session = recorded.session(SIZE, events);
  }

  /** Asks for everything, and returns how often progress was told. */
  private int check(Optional<Path> cache) throws IOException {
    var told = new AtomicInteger();
    var options = ReplayOptions.STANDARD.withProgress((_, _) -> told.incrementAndGet());
    try (var replay = Replay.open(session, cache, options)) {
      for (int step : List.of(3999, 0, 2000, 1500, 3500)) {
        var text = replay.screenAt(step * 20L * MILLI).text();
        assertTrue(text.startsWith("step " + step + "\nline " + step + " of many"), text);
      }
      assertEquals(
          List.of("early", "late"),
          replay.timeline().marks().stream().map(Timeline.Mark::label).toList());
    }
    return told.get();
  }

  private static List<DisplayedLine> lines(Replay replay) throws IOException {
    var lines = new ArrayList<DisplayedLine>();
    replay.lines().forEach(lines::add);
    return lines;
  }

  @Test
  void aSessionIsReadThroughOnce() throws IOException {
    assertNotEquals(0, check(Optional.of(recorded.cache())));
    assertEquals(0, check(Optional.of(recorded.cache())));
    assertNotEquals(0, check(Optional.empty()));
  }

  @Test
  void keyframesTakeASmallPartOfWhatTheJournalTakes() throws IOException {
    check(Optional.of(recorded.cache()));
    long journal = session.summary().bytes();
    assertTrue(Files.size(recorded.derived("keyframes")) < journal / 20);
  }

  @Test
  void onlyTheOwnerMayReadWhatIsDerived() throws IOException {
    check(Optional.of(recorded.cache()));
    try (var replay = recorded.replay(session)) {
      lines(replay);
    }
    for (var kind : List.of("keyframes", "lines")) {
      assertEquals("rw-------", permissions(recorded.derived(kind)));
      assertEquals("rwx------", permissions(recorded.cache().resolve(kind)));
    }
    assertEquals("rwx------", permissions(recorded.cache()));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void damageAnywhereIsNoticedAndMadeGoodTheNextTime() throws IOException {
    check(Optional.of(recorded.cache()));
    var file = recorded.derived("keyframes");
    byte[] sound = Files.readAllBytes(file);
    var random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      check(Optional.of(recorded.cache()));
    }
    for (int length : List.of(0, 3, 50, sound.length / 2, sound.length - 1)) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertNotEquals(0, check(Optional.of(recorded.cache())));
      assertArrayEquals(sound, Files.readAllBytes(file));
    }
  }

  @Test
  void damagedLinesAreCollectedAnew() throws IOException {
    var log = new ArrayList<Event>();
    for (int i = 0; i < 6000; i++) {
      log.add(Recorded.output(i, i + " a line of a log that is read by nobody, mostly, 日本\r\n"));
    }
    session = recorded.session(new WindowSize(80, 24), log);
    List<DisplayedLine> collected;
    try (var replay = Replay.open(session, Optional.empty(), ReplayOptions.STANDARD)) {
      collected = lines(replay);
      assertEquals(collected, lines(replay));
    }
    assertEquals(6000, collected.size());
    try (var replay = recorded.replay(session)) {
      assertEquals(collected, lines(replay));
      assertEquals(collected, lines(replay));
    }
    var file = recorded.derived("lines");
    byte[] sound = Files.readAllBytes(file);
    var random = new Random(6);
    for (int i = 0; i < 20; i++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try (var replay = recorded.replay(session)) {
        assertEquals(collected, lines(replay));
      }
    }
  }

  @Test
  void whatWasDerivedFromAnotherSessionIsNotUsed() throws IOException {
    check(Optional.of(recorded.cache()));
    var file = recorded.derived("keyframes");
    byte[] foreign = Files.readAllBytes(file);
    var own = session;
    session = recorded.session(SIZE, Recorded.longSession().subList(0, 2000));
    try (var replay = recorded.replay(session)) {
      replay.screenAt(0);
    }
    Files.write(file.resolveSibling(session.id() + ".clusters"), foreign);
    try (var replay = recorded.replay(session)) {
      assertTrue(replay.screenAt(replay.duration()).text().startsWith("step 1999\n"));
    }
    session = own;
    assertEquals(0, check(Optional.of(recorded.cache())));
  }

  @Test
  void eachWidthPolicyHasItsOwn() throws IOException {
    var wide = recorded.session(Recorded.output(0, "👩\u200d👧|"));
    for (int i = 0; i < 2; i++) {
      for (var policy : WidthPolicy.values()) {
        var options = ReplayOptions.STANDARD.withWidthPolicy(policy);
        try (var replay = Replay.open(wide, Optional.of(recorded.cache()), options)) {
          int column = policy == WidthPolicy.CLUSTERS ? 2 : 4;
          assertEquals("|", replay.screenAt(0).line(0).textAt(column), policy.name());
        }
      }
    }
  }

  @Test
  void aCacheThatCannotBeWrittenOnlyCostsTime() throws IOException {
    Files.writeString(recorded.cache(), "no folder");
    assertNotEquals(0, check(Optional.of(recorded.cache())));
    try (var replay = recorded.replay(session)) {
      assertFalse(lines(replay).isEmpty());
    }
    assertEquals("no folder", Files.readString(recorded.cache()));
  }

  @Test
  void ofASessionThatGoesOnOnlyWhatIsNewIsRead() throws IOException {
    var events = Recorded.longSession();
    try (var open = recorded.begin(SIZE)) {
      session = open.session();
      open.journal().append(new Event.Marker(0, "early"));
      for (int end : List.of(500, 3000, 3001, events.size())) {
        int from = (int) open.session().summary().duration().toMillis() / 20;
        open.journal().append(events.subList(from == 0 ? 0 : from + 1, end));
        try (var replay = recorded.replay(session)) {
          assertTrue(
              replay.screenAt(replay.duration()).text().startsWith("step " + (end - 1) + "\n"));
          assertEquals(1, replay.timeline().marks().size());
        }
      }
      open.journal().append(new Event.Marker(events.getLast().at(), "late"));
      open.finish(events.getLast().at());
    }
    check(Optional.of(recorded.cache()));
    byte[] extended = Files.readAllBytes(recorded.derived("keyframes"));
    Replay.forget(recorded.cache(), session.id());
    check(Optional.of(recorded.cache()));
    assertArrayEquals(Files.readAllBytes(recorded.derived("keyframes")), extended);
  }

  private List<DisplayedLine> openLines() throws IOException {
    var options = ReplayOptions.STANDARD;
    try (var opened = Lines.open(session, Optional.of(recorded.cache()), options)) {
      var lines = new ArrayList<DisplayedLine>();
      opened.forEach(lines::add);
      return lines;
    }
  }

  @Test
  void aJournalThatLooksTheSameIsNotReadForItsLines() throws IOException {
    var journal = session.journal().resolve("19700101-00LX.cq4");
    var lines = openLines();
    assertFalse(lines.isEmpty());
    var time = Files.getLastModifiedTime(journal);
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, new byte[bytes.length]);
    Files.setLastModifiedTime(journal, time);
    assertEquals(lines, openLines());

    // As after a copy: it is the same journal, and from now on it looks like this.
    Files.write(journal, bytes);
    Files.setLastModifiedTime(journal, FileTime.fromMillis(0));
    assertEquals(lines, openLines());
    Files.write(journal, new byte[bytes.length]);
    Files.setLastModifiedTime(journal, FileTime.fromMillis(0));
    assertEquals(lines, openLines());
  }

  @Test
  void linesOfASessionThatGoesOnAreNeverBelievedByLooks() throws IOException {
    try (var open = recorded.begin(SIZE)) {
      session = open.session();
      for (int i = 0; i < 5; i++) {
        open.journal().append(Recorded.output(1000L * i, "line " + i + "\r\n"));
        assertEquals(i + 1, openLines().size());
      }
      open.finish(6_000 * MILLI);
    }
    assertEquals(5, openLines().size());
  }

  @Test
  void linesAreFoundByWhereTheirTextIs() throws IOException {
    try (var opened = Lines.open(session, Optional.of(recorded.cache()), ReplayOptions.STANDARD)) {
      for (var blocks = opened.blocks(); blocks.hasNext(); ) {
        var block = blocks.next();
        var lines = block.iterator();
        int offset = block.from();
        for (var line : block) {
          int length = line.text().getBytes(UTF_8).length;
          assertEquals(line, lines.lineAt(offset));
          assertEquals(line, lines.lineAt(offset + length));
          assertEquals(line.text(), new String(block.bytes(), offset, length, UTF_8));
          offset += length + 1;
        }
        assertEquals(block.to(), offset);
      }
    }
  }

  @Test
  void aDeletedSessionLeavesNothing() throws IOException {
    try (var replay = recorded.replay(session)) {
      replay.screenAt(0);
      lines(replay);
    }
    Replay.forget(recorded.cache(), session.id());
    for (var kind : List.of("keyframes", "lines")) {
      try (var files = Files.list(recorded.cache().resolve(kind))) {
        assertEquals(0, files.count());
      }
    }
    Replay.forget(temp.resolve("never there"), session.id());
  }

  @Test
  void aDamagedJournalIsShownTheSameWayWithAndWithoutKeyframes() throws IOException {
    var journal = session.journal().resolve("19700101-00LX.cq4");
    byte[] bytes = Files.readAllBytes(journal);
    var random = new Random(8);
    for (int i = 0; i < 30; i++) {
      bytes[40_000 + random.nextInt(bytes.length - 60_000)] ^= 1;
    }
    Files.write(journal, bytes);
    try (var kept = recorded.replay(session);
        var plain = Replay.open(session, Optional.empty(), ReplayOptions.STANDARD)) {
      var playback = plain.playback();
      for (long at = 0; at < kept.duration(); at += kept.duration() / 50) {
        playback.advanceTo(at);
        assertEquals(playback.terminal().text(), kept.screenAt(at).text());
      }
    }
  }
}
