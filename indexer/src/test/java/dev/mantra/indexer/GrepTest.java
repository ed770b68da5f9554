package dev.mantra.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.GrepQuery.Detail;
import dev.mantra.indexer.GrepQuery.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrepTest {

  private static final int MANY = 200;

  @TempDir Path folder;

  private final List<Session> sessions = new ArrayList<>();

  @BeforeEach
  void makeSessions() throws IOException {
    var store = new Store(folder);
    for (int i = 0; i < MANY; i++) {
      var id = String.format("20261120T08%02d%02dZ-bash-bcdfgh", i / 60, i % 60);
      var session = store.create(new SessionId(id));
      SpokenSessions.begin(session).close();
    }
    sessions.addAll(store.sessions());
  }

  /** What was told, a word for each thing. */
  private static class Told implements Grep.Sink {
    private final List<String> words = new ArrayList<>();

    @Override
    public void excerpt(Session session, Excerpt excerpt) {
      words.add(excerpt.lines().getFirst().line().text());
    }

    @Override
    public void done(Session session, long hits) {
      words.add(hits + " in " + session.id().value().substring(11, 15));
    }

    @Override
    public void failed(Session session, IOException problem) {
      words.add(problem.getMessage());
    }
  }

  private static GrepQuery query(Detail detail) throws BadPatternException {
    var parts = EnumSet.allOf(GrepQuery.Part.class);
    return new GrepQuery(LinePattern.of("needle"), Selection.MATCHING, parts, detail, 0);
  }

  /** Nothing was said. */
  private PassageSource silence() {
    return new PassageSource(Optional.empty(), new SpokenSessions(folder));
  }

  private KnownGrams nothingKnown(DisplayedText source) {
    return new KnownGrams(Optional.empty(), Viewing.ORIGINALS, source, silence());
  }

  private List<String> told(Detail detail, DisplayedText source) throws Exception {
    var told = new Told();
    new Grep(query(detail), Viewing.ORIGINALS, source, silence(), nothingKnown(source))
        .run(sessions, 3, told);
    return told.words;
  }

  private static String minute(Session session) {
    return session.id().value().substring(11, 15);
  }

  @Test
  void whatIsFoundComesInTheOrderOfTheSessions() throws Exception {
    DisplayedText source =
        session -> new PlainText(List.of("a needle", "hay", "needle " + minute(session)), 2);
    var expected = new ArrayList<String>();
    for (var session : sessions) {
      expected.addAll(List.of("a needle", "needle " + minute(session), "2 in " + minute(session)));
    }
    assertEquals(expected, told(Detail.LINES, source));
  }

  @Test
  void aSessionWithMoreThanCanBeHeldIsToldWhileItIsRead() throws Exception {
    var lines = Collections.nCopies(50_000, "a needle in a hay stack");
    sessions.subList(3, MANY).clear();
    var told = told(Detail.LINES, _ -> new PlainText(lines, 1000));
    assertEquals(3 * (50_000 + 1), told.size());
  }

  @Test
  void countsAndSessionsNeedNoLines() throws Exception {
    var lines = List.of("needle", "hay", "needle needle");
    assertEquals("2 in 0319", told(Detail.COUNT, _ -> new PlainText(lines, 9)).getFirst());
    assertEquals("1 in 0319", told(Detail.SESSION, _ -> new PlainText(lines, 1)).getFirst());
  }

  @Test
  void aSessionThatCannotBeReadHidesNoOther() throws Exception {
    DisplayedText source =
        session ->
            switch (minute(session)) {
              case "0010" -> throw new IOException("unreadable");
              case "0011" -> throw new UncheckedIOException(new IOException("torn"));
              case "0012" -> throw new IllegalStateException("nonsense");
              default -> new PlainText(List.of("needle"), 1);
            };
    var told = told(Detail.COUNT, source);
    assertEquals(MANY, told.size());
    assertEquals(MANY - 3, told.stream().filter(word -> word.startsWith("1 in ")).count());
    assertTrue(told.containsAll(List.of("unreadable", "torn")), told.toString());
    assertTrue(told.stream().anyMatch(word -> word.contains("nonsense")));
  }

  @Test
  void whoeverHasSeenEnoughStopsTheSearch() throws Exception {
    var opened = new AtomicInteger();
    DisplayedText source =
        _ -> {
          opened.incrementAndGet();
          return new PlainText(Collections.nCopies(100, "needle"), 10);
        };
    var grep =
        new Grep(query(Detail.LINES), Viewing.ORIGINALS, source, silence(), nothingKnown(source));
    var stop =
        new Grep.Sink() {
          @Override
          public void excerpt(Session session, Excerpt excerpt) throws IOException {
            throw new IOException("enough");
          }

          @Override
          public void done(Session session, long hits) {}

          @Override
          public void failed(Session session, IOException problem) {}
        };
    var problem = assertThrows(IOException.class, () -> grep.run(sessions, 2, stop));
    assertEquals("enough", problem.getMessage());
    assertTrue(opened.get() < 40, "opened " + opened);
  }

  @Test
  void linesComeBeforeMessagesAndMessagesBeforeFiles() throws Exception {
    var spoken = new SpokenSessions(folder.resolve("spoken"));
    var session =
        spoken.add(
            "20261120T083000Z-claude-bcdfgh",
            SpokenSessions.change(1, "needle.txt", ""),
            SpokenSessions.prompt(2, "a needle"));
    var told = new ArrayList<String>();
    var sink =
        new Told() {
          @Override
          public void excerpt(Session of, Excerpt excerpt) {
            told.add(excerpt.lines().getFirst().line().toString());
          }
        };
    DisplayedText source = _ -> new PlainText(List.of("the needle"), 1);
    var said = new PassageSource(Optional.empty(), spoken);
    new Grep(query(Detail.LINES), Viewing.ORIGINALS, source, said, nothingKnown(source))
        .run(List.of(session), 2, sink);
    assertEquals(3, told.size());
    assertTrue(told.get(0).contains("Displayed[number=0, lastSeen=0, message=0]"), told.get(0));
    assertTrue(told.get(1).contains("Said[number=1, kind=USER, line=0]"), told.get(1));
    assertTrue(told.get(2).contains("Changed[kind=MODIFIED, path=needle.txt"), told.get(2));
  }
}
