package dev.mantra.cli;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.event.WorkspaceStart.Found;
import dev.mantra.formats.event.WorkspaceStart.Part;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.ContentWriter;
import dev.mantra.formats.workspace.TextPatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in whose workspace something becomes of files; times are in seconds. */
final class TestWorkspaces {

  private static final long SECOND = 1_000_000_000L;

  private final TestProgram program;
  private final Map<Bytes, String> bodies = new HashMap<>();
  private final List<Event> events = new ArrayList<>();

  TestWorkspaces(TestProgram program) {
    this.program = program;
  }

  /** A session with a file, a link and an empty folder at the start, and all kinds of changes. */
  Session everything(String id) throws IOException {
    events.add(TestMessages.of(1, "p1", Kind.USER, new Block.Text("count the ships")));
    start(
        new Found(Bytes.utf8("src/ships.txt"), file(0644, "one\ntwo\n")),
        new Found(Bytes.utf8("run.sh"), file(0755, "#!/bin/sh\n")),
        new Found(Bytes.utf8("data.bin"), file(0644, "\0\1\2")),
        new Found(Bytes.utf8("latest"), state(new FileState.Link(Bytes.utf8("src/ships.txt")))),
        new Found(Bytes.utf8("empty"), state(new FileState.Folder(0750))));
    events.add(new Event.NotCaptured(2 * SECOND, Bytes.utf8("pipe"), Omission.SPECIAL, "a pipe"));
    patch(3, "src/ships.txt", "one\ntwo\n", "one\ntwo\nthree\n");
    events.add(TestMessages.of(4, "r1", Kind.ASSISTANT, new Block.Text("There are three.")));
    rename(5, "src/ships.txt", "src/fleet.txt", 0644, "one\ntwo\nthree\n");
    change(6, FileEdit.Kind.MODIFIED, "data.bin", file(0644, "\0\1\2\3"));
    change(6, FileEdit.Kind.DELETED, "run.sh", Optional.empty());
    change(6, FileEdit.Kind.ADDED, "a\u001b[2Jb", file(0644, "x\ty\u001b[31m\n"));
    events.add(TestMessages.of(7, "p2", Kind.USER, new Block.Text("and the boats?")));
    change(8, FileEdit.Kind.ADDED, "big.iso", state(missing()));
    events.add(TestSessions.end(9 * SECOND, 0));
    return add(id);
  }

  void start(Found... files) {
    events.add(
        new Event.Snapshot(
            SECOND,
            new WorkspaceStart(
                Bytes.utf8("/home/ada/shop"), Part.LAST, List.of(), List.of(files))));
  }

  void say(double second, Kind kind, Block block) {
    events.add(TestMessages.of(second, "m" + second, kind, block));
  }

  void change(double second, FileEdit.Kind kind, String path, Optional<FileState> after) {
    tell(
        second,
        new FileEdit(
            (long) second,
            kind,
            Bytes.utf8(path),
            Optional.empty(),
            Optional.empty(),
            after,
            Optional.empty(),
            0,
            0));
  }

  void patch(double second, String path, String before, String after) {
    var patch = TextPatch.between(bytes(before), bytes(after)).orElseThrow();
    tell(
        second,
        new FileEdit(
            (long) second,
            FileEdit.Kind.MODIFIED,
            Bytes.utf8(path),
            Optional.empty(),
            file(0644, before),
            patched(0644, after),
            Optional.of(patch.hunks()),
            patch.added(),
            patch.removed()));
  }

  private void rename(double second, String from, String path, int mode, String text) {
    tell(
        second,
        new FileEdit(
            (long) second,
            FileEdit.Kind.RENAMED,
            Bytes.utf8(path),
            Optional.of(Bytes.utf8(from)),
            patched(mode, text),
            patched(mode, text),
            Optional.empty(),
            0,
            0));
  }

  Optional<FileState> file(int mode, String text) {
    var hash = ContentHash.of(bytes(text));
    bodies.put(hash, text);
    return state(new FileState.Regular(mode, bytes(text).length, new FileContent.Stored(hash)));
  }

  /** A session of all that was told so far. */
  Session add(String id) throws IOException {
    var session = new TestSessions(program.sessions()).add(id, header -> header, events);
    var store = new ContentStore(program.sessions().resolveSibling("contents"));
    var limits = new ContentWriter.Limits(1 << 30, 1 << 30);
    try (var writer = new ContentWriter(store, session.contents(), limits)) {
      for (var body : bodies.values()) {
        writer.put(bytes(body));
      }
    }
    events.clear();
    return session;
  }

  private void tell(double second, FileEdit edit) {
    long at = Math.round(second * SECOND);
    events.add(new Event.FileChange(at + SECOND / 10, at, edit));
  }

  private static Optional<FileState> patched(int mode, String text) {
    var content = new FileContent.Patched(ContentHash.of(bytes(text)));
    return state(new FileState.Regular(mode, bytes(text).length, content));
  }

  private static FileState missing() {
    return new FileState.Regular(
        0644, 5L << 30, new FileContent.Missing(Omission.FILE_LIMIT, Optional.empty()));
  }

  private static Optional<FileState> state(FileState state) {
    return Optional.of(state);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
