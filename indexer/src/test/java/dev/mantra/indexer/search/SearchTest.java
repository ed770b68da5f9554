package dev.mantra.indexer.search;

import static dev.mantra.indexer.SpokenSessions.call;
import static dev.mantra.indexer.SpokenSessions.change;
import static dev.mantra.indexer.SpokenSessions.prompt;
import static dev.mantra.indexer.SpokenSessions.reply;
import static dev.mantra.indexer.SpokenSessions.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Block.Result.Outcome;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.Viewing;
import dev.mantra.indexer.FoundLine.Place;
import dev.mantra.indexer.LinePattern.Span;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.PlainText;
import dev.mantra.indexer.SpokenSessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, and what the index does for it. */
class SearchTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String SHIPS = "20261119T090000Z-claude-bbbbbb";
  private static final String LOGIN = "20261117T090000Z-codex-cccccc";
  private static final String BUILD = "20261001T090000Z-bash-dddddd";

  @TempDir Path folder;

  private final Map<String, List<String>> displayed = new HashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private SpokenSessions sessions;
  private Index index;

  @BeforeEach
  void fill() throws IOException {
    sessions = new SpokenSessions(folder.resolve("sessions"));
    displayed.put(SHIPS, List.of("● The WebSocket reconnects now", "3 ships in src/fleet.ts"));
    displayed.put(LOGIN, List.of("Token expired at getUserName", "日本語のテスト"));
    displayed.put(BUILD, List.of("BUILD FAILED in 3f9a2b1c9d", "token bucket"));
    sessions.add(
        SHIPS,
        prompt(1, "debug the WebSocket reconnection"),
        call(2, "c1", "Bash", "{\"command\":\"npm test -- fleet\"}"),
        result(3, "c1", new Block.Result("c1", Outcome.FAILED, "1 failing", OptionalInt.of(1))),
        change(4, "src/auth.ts", "@@ -1 +1 @@\n-old\n+renewed lease\n"),
        reply(5, "The WebSocket reconnects now"));
    sessions.add(
        LOGIN,
        header -> header.title(Optional.of("Login again")).command(List.of(Bytes.utf8("codex"))),
        prompt(1, "why is the token expired"),
        call(2, "c1", "Edit", "{\"file_path\":\"/home/ada/shop/src/login.ts\"}"));
    sessions.add(BUILD, header -> header.command(List.of(Bytes.utf8("bash"))));
    index =
        new Index(
            cache(),
            Viewing.ORIGINALS,
            session -> {
              opened.incrementAndGet();
              return new PlainText(displayed.getOrDefault(session.id().value(), List.of()), 1000);
            },
            new PassageSource(Optional.of(cache()), sessions));
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private List<Session> store() throws IOException {
    return sessions.store().sessions();
  }

  private SearchResult search(String text) throws Exception {
    index.update(store(), 2, IndexProgress.NONE);
    return index.search(new SearchRequest(text, NOW, ZoneOffset.UTC, 10, 3, () -> false), store());
  }

  /** The sessions that were found, by what tells them apart. */
  private String found(String text) throws Exception {
    var names = new StringBuilder();
    for (var session : search(text).sessions()) {
      names.append(names.isEmpty() ? "" : " ").append(session.agent());
    }
    return names.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "websocket; claude",
        "websocket fleet; claude",
        "websocket token; ``",
        "token; codex bash",
        "token OR websocket; claude codex bash",
        "token -bucket; codex",
        "\"token expired\"; codex",
        "\"expired token\"; ``",
        "get*; codex",
        "username; ``",
        "getUserName user; codex",
        "3f9a2b1; bash",
        "日本語; codex",
        "語; codex",
        "テスト; codex",
        "fleet.ts; claude",
        "agent:claude,codex token; codex",
        "file:auth.ts; claude",
        "file:src/auth.ts; claude",
        "file:login.ts; codex",
        "file:log*; codex",
        "tool:bash; claude",
        "tool:BASH has:failure; claude",
        "tool:edit; codex",
        "command:\"npm test\"; claude",
        "has:diff; claude",
        "has:title; codex",
        "kind:user token; codex",
        "kind:line token; bash codex",
        "kind:file renewed; claude",
        "token since:2026-11-01; codex",
        "token until:2026-10-31; bash",
        "token on:2026-11-17; codex",
        "login; codex",
      })
  void sessionsAreFoundByWhatIsInThem(String query, String expected) throws Exception {
    assertEquals(expected, found(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "what did I work on last thursday; claude",
        "the session in which I debugged the WebSocket reconnection; claude",
        "every session that touched auth.ts; claude",
        "the failing test's output; claude",
        "what I asked last tuesday; codex",
      })
  void questionsAreAnsweredAsTyped(String question, String expected) throws Exception {
    assertEquals(expected, search(question).sessions().getFirst().agent());
  }

  @Test
  void aHitSaysWhereItIs() throws Exception {
    var hit = search("\"token expired\" kind:user").sessions().getFirst().hits().getFirst();
    assertEquals("why is the token expired", hit.line().text());
    assertEquals("1", ((Place.Said) hit.line().place()).number());
    assertEquals(SpokenSessions.SECOND, hit.line().at());
    assertEquals(List.of(new Span(11, 24)), hit.spans());
    var line = search("ships").sessions().getFirst().hits().getFirst();
    assertEquals("3 ships in src/fleet.ts", line.line().text());
    assertTrue(line.line().place() instanceof Place.Displayed);
  }

  @Test
  void whatIsSaidAndDisplayedIsOneHit() throws Exception {
    var hits = search("reconnects").sessions().getFirst().hits();
    assertEquals(1, hits.size(), hits.toString());
    assertTrue(hits.getFirst().line().place() instanceof Place.Said);
  }

  @Test
  void otherFormsAreFoundWhenTheWordsAreNowhere() throws Exception {
    var result = search("debugging");
    assertEquals(SearchResult.Precision.OTHER_FORMS, result.precision());
    assertEquals("claude", result.sessions().getFirst().agent());
    assertEquals(SearchResult.Precision.EXACT, search("zebras").precision());
  }

  @Test
  void facetsCountWhatWasFound() throws Exception {
    var facets = search("token").facets();
    assertEquals(Map.of("codex", 1, "bash", 1), facets.get("agent"));
    assertEquals(Map.of("line", 2, "user", 1), facets.get("kind"));
  }

  @Test
  void titlesAndRecentSessionsComeFirst() throws Exception {
    for (int i = 0; i < 3; i++) {
      var id = "2026110%dT090000Z-agent%d-ffffff".formatted(i + 1, i);
      displayed.put(id, List.of("about the harbour"));
      sessions.add(id, header -> header.command(List.of()));
    }
    assertEquals("agent2 agent1 agent0", found("harbour"));
    var oldest = sessions.store().find("20261101");
    oldest.annotate(new Annotations.Entry.Title("The harbour"));
    assertEquals("agent0 agent2 agent1", found("harbour"));
  }

  @Test
  void ofWhatHasNotChangedNothingIsReadAgain() throws Exception {
    assertEquals(3, index.update(store(), 2, IndexProgress.NONE));
    int reads = opened.get();
    assertEquals(0, index.update(store(), 2, IndexProgress.NONE));
    sessions.store().find("20261117").annotate(new Annotations.Entry.Tag("urgent"));
    assertEquals(0, index.update(store(), 2, IndexProgress.NONE));
    assertEquals(reads, opened.get());
    assertEquals("codex", found("tag:urgent"));
    assertEquals("codex", found("urgent"));
    assertEquals("codex bash", found("token"));
  }

  @Test
  void aSessionThatIsBeingRecordedIsFoundAsFarAsItIs() throws Exception {
    var id = "20261121T110000Z-claude-eeeeee";
    var session = sessions.store().create(new SessionId(id));
    try (var journal = SpokenSessions.begin(session)) {
      for (int i = 1; i < 4; i++) {
        journal.append(List.of(prompt(i, "live word" + i)));
        assertEquals(1, search("word" + i).total());
        assertEquals(0, search("word" + (i + 1)).total());
        assertEquals(1, search("live").total());
      }
    }
  }

  @Test
  void whatIsRecordedWhileASessionIsLookedThroughIsFoundTheNextTime() throws Exception {
    var id = "20261121T110000Z-claude-eeeeee";
    var session = sessions.store().create(new SessionId(id));
    var looks = new AtomicInteger();
    try (var journal = SpokenSessions.begin(session)) {
      var viewing =
          new Viewing() {
            @Override
            public Session of(Session looked) throws IOException {
              // It takes a while to look through a session, and shows what was there before.
              if (looked.id().equals(session.id()) && looks.incrementAndGet() == 1) {
                journal.append(List.of(prompt(1, "more")));
              }
              return looked;
            }

            @Override
            public String version() {
              return "";
            }
          };
      index =
          new Index(
              cache(),
              viewing,
              _ -> new PlainText(looks.get() == 1 ? List.of("a pier") : List.of("a harbour"), 1000),
              new PassageSource(Optional.of(cache()), sessions));
      index.update(List.of(session), 1, IndexProgress.NONE);
      index.update(List.of(session), 1, IndexProgress.NONE);
      assertEquals(
          1,
          search("harbour kind:line").sessions().stream()
              .filter(one -> one.id().equals(session.id()))
              .count());
    }
  }

  @Test
  void nothingIsDoneBehindWhileSomebodyElseIsAtIt() throws Exception {
    Files.createDirectories(cache().resolve("index"));
    try (var _ = IndexLock.take(cache().resolve("index/lock"), () -> {})) {
      assertEquals(0, index.updateBehind(store()));
    }
    assertEquals(3, index.updateBehind(store()));
    assertEquals(0, index.updateBehind(store()));
  }

  @Test
  void whatIsBeingRecordedIsIndexedOnlyWhenItIsAskedFor() throws Exception {
    assertEquals(3, index.updateBehind(store()));
    var session = sessions.store().create(new SessionId("20261121T110000Z-claude-eeeeee"));
    try (var journal = SpokenSessions.begin(session)) {
      journal.append(List.of(prompt(1, "live harbour")));
      assertEquals(0, index.updateBehind(store()));
      assertEquals(1, search("harbour").total());
    }
  }

  @Test
  void aDeletedSessionLeavesNothingBehind() throws Exception {
    displayed.put(BUILD, Collections.nCopies(500, "the quokkaplant grows"));
    assertEquals(1, search("quokkaplant").total());
    assertTrue(isInIndex("quokkaplant"));
    Index.forget(cache(), List.of(new SessionId(BUILD)));
    sessions.store().delete(sessions.store().find(BUILD));
    assertFalse(isInIndex("quokkaplant"));
    assertEquals(0, search("quokkaplant").total());
    assertEquals("codex", found("token"));
  }

  @Test
  void aSessionThatSomebodyElseDeletedIsForgottenToo() throws Exception {
    displayed.put(BUILD, List.of("the quokkaplant grows"));
    assertEquals(1, search("quokkaplant").total());
    sessions.store().delete(sessions.store().find(BUILD));
    assertEquals(0, search("quokkaplant").total());
    assertFalse(isInIndex("quokkaplant"));
  }

  private boolean isInIndex(String word) throws IOException {
    try (var files = Files.walk(cache().resolve("index"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void anIndexThatIsDamagedIsMadeAnew() throws Exception {
    assertEquals("codex bash", found("token"));
    for (int round = 0; round < 8; round++) {
      try (var files = Files.list(cache().resolve("index/lucene"))) {
        var all = files.sorted().toList();
        var file = all.get(round % all.size());
        if (round < 4) {
          Files.write(file, new byte[10]);
        } else {
          Files.delete(file);
        }
      }
      assertEquals("codex bash", found("token"), "round " + round);
    }
  }

  @Test
  void onlyItsOwnerCanReadTheIndex() throws Exception {
    search("token");
    try (var files = Files.walk(cache().resolve("index"))) {
      for (var file : files.toList()) {
        assertEquals(
            Files.isDirectory(file) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
  }

  @Test
  void severalMayUpdateAndSearchAtOnce() throws Exception {
    var problems = Collections.synchronizedList(new ArrayList<Throwable>());
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      assertEquals("codex bash", found("token"));
                    } catch (Throwable e) {
                      problems.add(e);
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void worktreesAndMovedFoldersAreOneProject() throws Exception {
    var head = "1".repeat(40);
    var main = Files.createDirectories(folder.resolve("code/shop"));
    Files.createDirectories(main.resolve(".git/objects"));
    var tree = Files.createDirectories(folder.resolve("trees/shop-fix"));
    Files.createDirectories(main.resolve(".git/worktrees/shop-fix"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + main + "/.git/worktrees/shop-fix\n");
    Files.writeString(main.resolve(".git/worktrees/shop-fix/commondir"), "../..\n");
    var inside = Files.createDirectories(main.resolve("src/deep"));
    int minute = 0;
    for (var place : List.of(main, tree, inside, folder.resolve("gone/shop"))) {
      var id = "20261118T09%02d00Z-claude-gggggg".formatted(minute++);
      displayed.put(id, List.of("harbour"));
      sessions.add(
          id, header -> header.folder(Bytes.utf8(place.toString())).gitHead(Optional.of(head)));
    }
    assertEquals(4, search("project:shop harbour").total());
    assertEquals(3, search("project:" + main + " harbour").total());
    assertEquals(0, search("project:shop-fix").total());
  }
}
