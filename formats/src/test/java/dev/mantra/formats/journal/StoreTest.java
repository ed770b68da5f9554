package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final String OLD = "20260101T000000Z-bash-bcdf23";
  private static final String MIDDLE = "20260301T000000Z-claude-bcdf23";
  private static final String NEW = "20261121T024836Z-bash-k7";
  private static final String NEWEST = "20261121T024836Z-bash-k7x9";

  @TempDir Path temp;

  @Test
  void aStoreThatIsNotThereHasNoSessions() throws IOException {
    var store = new Store(temp.resolve("none"));
    assertEquals(List.of(), store.sessions());
    assertEquals(0, store.sweep());
    assertFalse(Files.exists(store.folder()), "looking must not make it");
    assertEquals(
        "there are no sessions in " + store.folder() + "; record one with 'mantra rec -- COMMAND'",
        problemOf(store, "last"));
  }

  @Test
  void sessionsAreListedTheNewestFirst() throws IOException {
    var store = filled();
    assertEquals(
        List.of(NEWEST + "zz", NEWEST, MIDDLE, OLD),
        store.sessions().stream().map(session -> session.id().value()).toList());
  }

  @Test
  void ofSessionsThatBeganInTheSameSecondTheHeadersTellTheOrder() throws IOException {
    var store = new Store(temp.resolve("sessions"));
    var second = Instant.parse("2026-11-21T02:48:36Z");
    var names = List.of("zsh", "claude", "bash", "vim");
    for (int i = 0; i < names.size(); i++) {
      var id = SessionId.of(second, names.get(i), 7);
      var session = store.create(id);
      var header = SessionHeader.builder(id, second.plusMillis(100L * i), "mantra test").build();
      JournalWriter.create(session.journal(), header).close();
      store.finish(session);
    }
    assertEquals(
        names.reversed(),
        store.sessions().stream().map(session -> session.id().value().split("-", -1)[1]).toList());
    assertEquals(SessionId.of(second, "vim", 7), store.find("last").id());
  }

  @Test
  void whatIsNoSessionIsNotListed() throws IOException {
    var store = filled();
    Files.createDirectory(store.folder().resolve("something else"));
    Files.createFile(store.folder().resolve(NEW + "0000"));
    Files.createSymbolicLink(
        store.folder().resolve("20261122T000000Z-bash-link23"), store.folder().resolve(OLD));
    assertEquals(4, store.sessions().size());
  }

  @Test
  void aSessionIsFoundByItsIdByAPrefixAndByItsPlace() throws IOException {
    var store = filled();
    assertEquals(OLD, store.find(OLD).id().value());
    assertEquals(OLD, store.find("20260101").id().value());
    assertEquals(NEWEST, store.find(NEWEST).id().value(), "an id that another one begins with");
    assertEquals(NEWEST + "zz", store.find("last").id().value());
    assertEquals(NEWEST + "zz", store.find("last~0").id().value());
    assertEquals(OLD, store.find("last~3").id().value());
  }

  @Test
  void aNameThatIsNoneSaysWhy() throws IOException {
    var store = filled();
    assertEquals(
        "no session's id begins with '2025'; 'mantra ls' lists them", problemOf(store, "2025"));
    assertEquals("'last~4' goes back too far: there are 4 sessions", problemOf(store, "last~4"));
    assertEquals(
        "'20261121' is the beginning of 2 session ids, among them "
            + NEWEST
            + "zz and "
            + NEWEST
            + "; write more of it",
        problemOf(store, "20261121"));
    assertEquals("an empty name is no session's; 'mantra ls' lists them", problemOf(store, ""));
    assertEquals(
        "no session's id begins with 'last~99999999999'; 'mantra ls' lists them",
        problemOf(store, "last~99999999999"));
  }

  @Test
  void anIdIsGivenOnce() throws IOException {
    var store = filled();
    assertThrows(FileAlreadyExistsException.class, () -> store.create(new SessionId(OLD)));
  }

  @Test
  void aDeletedSessionLeavesNothing() throws IOException {
    var store = filled();
    var session = store.find(OLD);
    SampleSession.write(session.journal(), 1, 1000);
    store.delete(session);
    assertEquals(3, store.sessions().size());
    try (var left = Files.list(store.folder())) {
      assertEquals(3, left.count());
    }
  }

  @Test
  void deletingDoesNotFollowLinks() throws IOException {
    var store = filled();
    var precious = Files.createDirectory(temp.resolve("precious"));
    Files.createFile(precious.resolve("file"));
    Files.createSymbolicLink(store.find(OLD).folder().resolve("link"), precious);
    store.delete(store.find(OLD));
    assertTrue(Files.exists(precious.resolve("file")));
  }

  @Test
  void deletionsCutShortAreSweptAndStandInNobodysWay() throws IOException {
    var store = filled();
    var remains = store.folder().resolve(".deleting-" + OLD);
    Files.createDirectories(remains.resolve("journal"));
    store.delete(store.find(OLD));
    assertFalse(Files.exists(remains));
    Files.createDirectories(remains.resolve("journal"));
    Files.createDirectories(store.folder().resolve(".deleting-" + MIDDLE));
    assertEquals(3, store.sessions().size());
    assertEquals(2, store.sweep());
    assertEquals(0, store.sweep());
    assertFalse(Files.exists(remains));
  }

  @Test
  void draftsAreSweptWhenTheProcessThatMadeThemIsNoMore() throws IOException {
    var store = new Store(temp.resolve("store"));
    var draft = store.draft(new SessionId(OLD));
    var remains = store.folder().resolve(".draft-4194304.1-" + MIDDLE);
    var ofAnOlderVersion = store.folder().resolve(".draft-" + NEWEST);
    var foreign = store.folder().resolve(".draft-of-a-letter.txt");
    for (var folder : List.of(remains, ofAnOlderVersion, foreign)) {
      Files.createDirectories(folder);
    }
    assertEquals(2, store.sweep());
    assertTrue(Files.exists(draft.session().folder()));
    assertTrue(Files.exists(foreign));
    assertEquals(List.of(), store.sessions());
    draft.close();
    assertFalse(Files.exists(draft.session().folder()));
  }

  @Test
  void aStoreThatIsAFileIsRefusedByName() throws IOException {
    var store = new Store(Files.createFile(temp.resolve("file")));
    var expected = "the store " + store.folder() + " is not a folder";
    assertEquals(expected, assertThrows(IOException.class, store::sessions).getMessage());
    assertEquals(expected, assertThrows(IOException.class, store::sweep).getMessage());
    assertThrows(IOException.class, () -> store.create(new SessionId(OLD)));
  }

  @Test
  void aStoreBehindASymbolicLinkIsUsed() throws IOException {
    var store = filled();
    var link = Files.createSymbolicLink(temp.resolve("link"), store.folder());
    var linked = new Store(link);
    assertEquals(4, linked.sessions().size());
    linked.delete(linked.find(OLD));
    assertEquals(3, store.sessions().size());
  }

  private Store filled() throws IOException {
    var store = new Store(temp.resolve("deep/down/sessions"));
    for (var id : List.of(MIDDLE, NEWEST, OLD, NEWEST + "zz")) {
      store.finish(store.create(new SessionId(id)));
    }
    return store;
  }

  private static String problemOf(Store store, String name) {
    return String.valueOf(
        assertThrows(NoSuchSessionException.class, () -> store.find(name)).getMessage());
  }
}
