package dev.mantra.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Store;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.GrepQuery.Detail;
import dev.mantra.indexer.GrepQuery.Part;
import dev.mantra.indexer.GrepQuery.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept to look into few sessions must never hide a hit. */
class KnownGramsTest {

  @TempDir Path folder;

  private Store store;
  private final Map<String, List<String>> lines = new HashMap<>();
  private final List<String> opened = new ArrayList<>();
  private String version = "1";

  private final DisplayedText displayed =
      new DisplayedText() {
        @Override
        public PlainText open(Session session) {
          opened.add(session.id().value());
          return new PlainText(lines.getOrDefault(session.id().value(), List.of()), 2);
        }

        @Override
        public String version() {
          return version;
        }
      };

  @BeforeEach
  void makeStore() {
    store = new Store(folder.resolve("store"));
  }

  private Session session(int number, String... text) throws IOException {
    var id = new SessionId("20261120T0800" + number + "Z-bash-bcdfgh");
    var session = store.create(id);
    SpokenSessions.begin(session).close();
    store.finish(session);
    lines.put(id.value(), List.of(text));
    return session;
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private PassageSource silence() {
    return new PassageSource(Optional.empty(), new SpokenSessions(folder));
  }

  private KnownGrams known() {
    return new KnownGrams(Optional.of(cache()), Viewing.ORIGINALS, displayed, silence());
  }

  /** The ids of the sessions with hits. */
  private Set<String> found(LinePattern pattern, Selection selection) throws IOException {
    opened.clear();
    var found = new HashSet<String>();
    var query = new GrepQuery(pattern, selection, EnumSet.allOf(Part.class), Detail.COUNT, 0);
    try (var grams = known()) {
      new Grep(query, Viewing.ORIGINALS, displayed, silence(), grams)
          .run(
              store.sessions(),
              1,
              new Grep.Sink() {
                @Override
                public void excerpt(Session session, Excerpt excerpt) {}

                @Override
                public void done(Session session, long hits) {
                  if (hits > 0) {
                    found.add(session.id().value());
                  }
                }

                @Override
                public void failed(Session session, IOException problem) throws IOException {
                  throw problem;
                }
              });
    }
    return found;
  }

  private Set<String> found(String regex) throws Exception {
    return found(LinePattern.of(regex), Selection.MATCHING);
  }

  @Test
  void onlyTheSessionsThatMayHaveItAreOpened() throws Exception {
    var first = session(10, "a needle in hay", "and more").id().value();
    var other = session(11, "only hay").id().value();
    assertEquals(Set.of(first), found("needle"));
    assertTrue(opened.containsAll(List.of(first, other)), opened.toString());
    assertEquals(Set.of(first), found("needle"));
    assertEquals(List.of(first), opened);
    assertEquals(Set.of(), found("nowhere"));
    assertEquals(List.of(), opened);
  }

  @Test
  void whatIsTooShortOrNotTextIsLookedForEverywhere() throws Exception {
    session(10, "a needle");
    session(11, "hay");
    found("needle");
    assertEquals(1, found("hay").size());
    assertEquals(2, found("[a-z]+").size());
    assertEquals(2, found("needle|h.y$").size());
    assertEquals(1, found(LinePattern.of("needle"), Selection.OTHERS).size());
  }

  @Test
  void aSessionThatHasChangedIsReadAgain() throws Exception {
    var session = session(10, "hay");
    assertEquals(Set.of(), found("needle"));
    lines.put(session.id().value(), List.of("needle"));
    touch(session.journal());
    assertEquals(Set.of(session.id().value()), found("needle"));
    lines.put(session.id().value(), List.of("needles"));
    session.addKnownValues(List.of("sha256:00"));
    assertEquals(Set.of(session.id().value()), found("needles"));
  }

  private static void touch(Path journal) throws IOException {
    try (var files = Files.newDirectoryStream(journal, "*.cq4")) {
      for (var file : files) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      }
    }
  }

  @Test
  void whatIsBeingRecordedIsReadEachTime() throws Exception {
    var session = store.create(new SessionId("20261120T080010Z-bash-bcdfgh"));
    SpokenSessions.begin(session).close();
    lines.put(session.id().value(), List.of("hay"));
    assertEquals(Set.of(), found("needle"));
    lines.put(session.id().value(), List.of("needle"));
    assertEquals(Set.of(session.id().value()), found("needle"));
  }

  @Test
  void otherRulesForLinesNeedOtherGrams() throws Exception {
    var session = session(10, "hay");
    found("needle");
    lines.put(session.id().value(), List.of("needle"));
    version = "2";
    assertEquals(Set.of(session.id().value()), found("needle"));
  }

  @Test
  void nothingIsKeptOfWhatIsDeleted() throws Exception {
    var doomed = session(10, "hay");
    var other = session(11, "hay");
    found("needle");
    var both = Files.size(cache().resolve("grams").resolve("all"));
    KnownGrams.forget(cache(), List.of(doomed.id()));
    assertTrue(Files.size(cache().resolve("grams").resolve("all")) < both);
    found("needle");
    assertEquals(Set.of(doomed.id().value()), Set.copyOf(opened), other.id() + " is known");
  }

  @Test
  void aDamagedFileIsNotBelieved() throws Exception {
    var session = session(10, "a needle");
    found("needle");
    var file = cache().resolve("grams").resolve("all");
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 7) {
      var damaged = bytes.clone();
      damaged[at] ^= (byte) 0x55;
      Files.write(file, damaged);
      assertEquals(Set.of(session.id().value()), found("needle"), "byte " + at);
    }
    Files.write(file, new byte[] {1, 2, 3});
    assertFalse(found("needle").isEmpty());
  }
}
