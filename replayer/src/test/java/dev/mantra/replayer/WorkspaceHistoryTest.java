package dev.mantra.replayer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileEdit.Kind;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceHistoryTest {

  @TempDir Path folder;
  private final List<Event> events = new ArrayList<>();

  @Test
  void theTreeAtAMomentHasWhatHappenedByThen() throws IOException {
    start();
    change(20, 10, Kind.ADDED, "a", "");
    change(20, 15, Kind.DELETED, "a", "");
    var history = history();
    assertEquals("[]", paths(history, 9));
    assertEquals("[a]", paths(history, 10));
    assertEquals("[]", paths(history, 15));
  }

  @Test
  void nothingHappensToAPathBeforeWhatMadeIt() throws IOException {
    start();
    change(20, 15, Kind.ADDED, "a", "");
    change(30, 5, Kind.RENAMED, "d/b", "a");
    var history = history();
    assertEquals("[]", paths(history, 10));
    assertEquals("[d, d/b]", paths(history, 15));
  }

  @Test
  void aFileThatWasMovedTwiceCameFromItsFirstPlace() throws IOException {
    start();
    change(10, 10, Kind.ADDED, "a", "");
    change(20, 20, Kind.RENAMED, "b", "a");
    change(30, 30, Kind.RENAMED, "c", "b");
    var history = history();
    var difference = history.between(10, 30).getFirst();
    assertEquals("a", difference.from().orElseThrow().toUtf8());
    assertEquals("c", difference.path().toUtf8());
    assertEquals(List.of(difference.reversed()), history.between(30, 10));
    assertEquals(2, history.between(List.of(10L, 20L, 30L)).size());
  }

  @Test
  void whatCameAndWentIsNoDifference() throws IOException {
    start();
    change(10, 10, Kind.ADDED, "a", "");
    change(20, 20, Kind.DELETED, "a", "");
    assertEquals(List.of(), history().between(0, 30));
  }

  private void start() {
    events.add(
        new Event.Snapshot(
            1,
            new WorkspaceStart(Bytes.utf8("/w"), WorkspaceStart.Part.LAST, List.of(), List.of())));
  }

  private void change(long at, long moment, Kind kind, String path, String from) {
    var content = new FileContent.Missing(Omission.QUOTA, Optional.empty());
    var state = Optional.<FileState>of(new FileState.Regular(0644, 1, content));
    events.add(
        new Event.FileChange(
            at,
            moment,
            new FileEdit(
                at,
                kind,
                Bytes.utf8(path),
                from.isEmpty() ? Optional.empty() : Optional.of(Bytes.utf8(from)),
                kind == Kind.ADDED ? Optional.empty() : state,
                kind == Kind.DELETED ? Optional.empty() : state,
                Optional.empty(),
                0,
                0)));
  }

  private WorkspaceHistory history() throws IOException {
    var session = new Store(folder).create(new SessionId("20261121T040000Z-vim-bcdfgh"));
    var header = SessionHeader.builder(session.id(), Instant.EPOCH, "test").build();
    try (var journal = JournalWriter.create(session.journal(), header)) {
      for (var event : events) {
        journal.append(event);
      }
    }
    return WorkspaceHistory.of(session, UnaryOperator.identity());
  }

  private static String paths(WorkspaceHistory history, long nanos) {
    return history.at(nanos).paths().stream().map(Bytes::toUtf8).toList().toString();
  }
}
