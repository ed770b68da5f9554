package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves a tree on, and tells what is different from what it was. */
public final class TreeChanges {

  private final WorkspaceTree tree;
  private final Map<Bytes, Optional<TreeEntry>> before = new HashMap<>();

  /** Where what stands at a path now was before. */
  private final Map<Bytes, Bytes> origins = new HashMap<>();

  /**
   * @param tree is changed from now on
   */
  public TreeChanges(WorkspaceTree tree) {
    this.tree = tree;
  }

  public void apply(FileEdit edit) {
    touch(edit.path());
    edit.from().ifPresent(this::touch);
    var origin = edit.from().map(from -> origins.getOrDefault(from, from));
    edit.from().ifPresent(origins::remove);
    switch (edit.kind()) {
      case ADDED, DELETED, FOUND -> origins.remove(edit.path());
      case RENAMED -> origin.ifPresent(from -> origins.put(edit.path(), from));
      case MODIFIED, MODE -> {}
    }
    tree.apply(edit);
  }

  /** Does what an agent says it did. */
  public void tell(Bytes path, Block.Edit edit) {
    touch(path);
    var place = edit.movedTo().map(Bytes::utf8).orElse(path);
    touch(place);
    if (!place.equals(path)) {
      origins.put(place, origins.getOrDefault(path, path));
      origins.remove(path);
    }
    tree.tell(path, place, edit);
  }

  /** What was different, path by path, since the last time this was asked. */
  public List<FileDifference> take() {
    var found = new ArrayList<FileDifference>();
    var moved = new HashSet<Bytes>();
    origins.forEach(
        (path, from) -> {
          if (isMoved(from, path)) {
            found.add(
                new FileDifference(
                    path, Optional.of(from), before.getOrDefault(from, none()), tree.at(path)));
            moved.add(path);
            moved.add(from);
          }
        });
    before.forEach(
        (path, stood) -> {
          if (!moved.contains(path) && !stood.equals(tree.at(path))) {
            found.add(new FileDifference(path, Optional.empty(), stood, tree.at(path)));
          }
        });
    found.sort(
        (one, other) -> Arrays.compareUnsigned(one.path().toArray(), other.path().toArray()));
    before.clear();
    origins.clear();
    return found;
  }

  private void touch(Bytes path) {
    before.computeIfAbsent(path, tree::at);
  }

  /** A file that took the place of another one is a change of that one. */
  private boolean isMoved(Bytes from, Bytes path) {
    return isFile(before.getOrDefault(from, none()))
        && tree.at(from).isEmpty()
        && before.getOrDefault(path, none()).isEmpty()
        && isFile(tree.at(path));
  }

  private static boolean isFile(Optional<TreeEntry> entry) {
    return entry.filter(there -> there.state() instanceof FileState.Regular).isPresent();
  }

  private static Optional<TreeEntry> none() {
    return Optional.empty();
  }
}
