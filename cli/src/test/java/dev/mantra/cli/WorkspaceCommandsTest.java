package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.ContentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say and do about the files of a workspace. */
class WorkspaceCommandsTest {

  @TempDir private Path home;
  private TestProgram program;
  private TestSessions sessions;
  private ContentStore contents;

  @BeforeEach
  void open() {
    program = new TestProgram(home);
    sessions = new TestSessions(program.sessions());
    contents = new ContentStore(program.sessions().resolveSibling("contents"));
  }

  @Test
  void infoTellsWhatBecameOfTheFilesAndWhatIsMissing() throws IOException {
    session("20261120T083000Z-claude-bcdfgh", "body");
    var said = program.run("info", "last");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("/home/ada/shop"), said.out());
    assertTrue(said.out().contains("1 touched, 3 lines added, 1 removed"), said.out());
    assertTrue(said.out().contains("big.bin, file limit: 9 GB"), said.out());
    var json = program.run("info", "last", "--json").out();
    assertTrue(json.contains("\"linesAdded\":3") || json.contains("\"linesAdded\" : 3"), json);
  }

  @Test
  void rmDeletesTheBodiesThatNobodyElseNeeds() throws IOException {
    var own = session("20261120T083000Z-claude-bcdfgh", "own");
    var shared = session("20261120T083100Z-claude-bcdfgj", "shared");
    refer("20261120T083200Z-claude-bcdfgk", "shared");
    assertEquals(0, program.run("rm", "--yes", "20261120T083000Z", "20261120T083100Z").status());
    assertFalse(contents.contains(own));
    assertTrue(contents.contains(shared));
    assertEquals(0, program.run("rm", "--yes", "last").status());
    assertEquals(0, contents.usage().bodies());
  }

  @Test
  void doctorTellsHowLargeTheContentsAre() throws IOException {
    session("20261120T083000Z-claude-bcdfgh", "body");
    var said = program.run("doctor").out();
    assertTrue(said.contains("contents of files: 1, "), said);
    assertTrue(said.contains(" of 10.0 GB"), said);
  }

  /** A session that changed a file to this body; returns the body's hash. */
  private Bytes session(String id, String body) throws IOException {
    var added =
        sessions.add(
            id,
            header -> header,
            List.of(
                new Event.Snapshot(
                    1,
                    new WorkspaceStart(
                        Bytes.utf8("/home/ada/shop"),
                        WorkspaceStart.Part.LAST,
                        List.of(),
                        List.of())),
                new Event.FileChange(5, 4, edit(3, 0)),
                new Event.FileChange(6, 5, edit(0, 1)),
                new Event.NotCaptured(7, Bytes.utf8("big.bin"), Omission.FILE_LIMIT, "9 GB"),
                TestSessions.end(8, 0)));
    return put(added, body);
  }

  private void refer(String id, String body) throws IOException {
    put(sessions.small(id, 0), body);
  }

  private Bytes put(Session session, String body) throws IOException {
    var limits = new ContentWriter.Limits(1 << 30, 1 << 30);
    try (var writer = new ContentWriter(contents, session.contents(), limits)) {
      return writer.put(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static FileEdit edit(long added, long removed) {
    var content = new FileContent.Missing(Omission.QUOTA, Optional.empty());
    return new FileEdit(
        1,
        FileEdit.Kind.MODIFIED,
        Bytes.utf8("a.txt"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new FileState.Regular(0644, 4, content)),
        Optional.empty(),
        added,
        removed);
  }
}
