package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.formats.workspace.ContentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is captured when something changes between looking and reading. */
final class EditsTest {

  @TempDir private Path temp;
  private final List<FileEdit> told = new ArrayList<>();

  @Test
  void aFolderThatTookAFilesPlaceBeforeItWasReadIsLookedInto()
      throws IOException, InterruptedException {
    var work = Files.createDirectory(temp.toRealPath().resolve("work"));
    var place = Files.writeString(work.resolve("place"), "text");
    var tree = tree(work);
    var edits = edits(work, tree);
    edits.write(new ArrayList<>(tree.lookFirst()));
    Files.writeString(place, "more");
    var found = new ArrayList<Difference>();
    tree.lookEverywhere(found);
    Files.delete(place);
    Files.writeString(Files.createDirectory(place).resolve("child"), "text");
    told.clear();
    edits.write(found);
    found.clear();
    tree.lookEverywhere(found);
    edits.write(found);
    assertEquals(
        List.of(
            FileEdit.Kind.DELETED + " place",
            FileEdit.Kind.ADDED + " place",
            FileEdit.Kind.ADDED + " place/child"),
        told.stream().map(edit -> edit.kind() + " " + edit.path().toUtf8()).toList());
  }

  private static KnownTree tree(Path work) {
    var watching =
        new KnownTree.Watching() {
          @Override
          public void add(Bytes folder, Path place) {}

          @Override
          public void remove(Bytes folder) {}
        };
    return new KnownTree(
        work, IgnoreRules.of(List.of()), new Snapshotter(Set.of()), watching, 1000);
  }

  private Edits edits(Path work, KnownTree tree) throws IOException {
    var store = new ContentStore(temp.resolve("contents"));
    var limits = new ContentWriter.Limits(1L << 40, 1L << 40);
    var bodies =
        new Bodies(
            store, new ContentWriter(store, temp.resolve("list"), limits), WatchedFolder.WIDE);
    var sink =
        new EditSink() {
          @Override
          public void start(WorkspaceStart start) {}

          @Override
          public void changed(long moment, FileEdit edit) {
            told.add(edit);
          }

          @Override
          public void notCaptured(Bytes path, Omission why, String detail) {}
        };
    return new Edits(tree, new Capture(work, bodies), bodies, sink);
  }
}
