package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.recorder.workspace.Difference.Gone;
import dev.mantra.recorder.workspace.Difference.Newness;
import dev.mantra.recorder.workspace.Difference.Now;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of the workspace that is captured, as it was captured last, and what is different now.
 *
 * <p>Finding out only reads folders. What was found is known when it has been captured; what is
 * gone is forgotten at once.
 */
final class KnownTree {

  private final IgnoreRules outerRules;
  private final Snapshotter snapshotter;
  private final Watching watching;
  private final KnownFolder root;
  private final Map<Bytes, KnownFolder> folders = new HashMap<>();
  private final long most;
  private long files;

  /** Has folders watched. */
  interface Watching {
    void add(Bytes folder, Path place);

    void remove(Bytes folder);
  }

  /**
   * @param outerRules those that hold for the workspace beside the files of rules in it
   * @param most how many files, links and folders there may be
   */
  KnownTree(
      Path root, IgnoreRules outerRules, Snapshotter snapshotter, Watching watching, long most) {
    this.outerRules = outerRules;
    this.snapshotter = snapshotter;
    this.watching = watching;
    this.most = most;
    this.root = new KnownFolder(Bytes.EMPTY, root, outerRules.in(root, ""));
  }

  /** Folders that turned out to be closed to us since this was asked last, and why. */
  Map<Bytes, String> takeClosed() {
    return snapshotter.takeClosed();
  }

  /** Whether something is in a folder that is closed to us. */
  boolean isInClosed(Bytes path) {
    return snapshotter.isInClosed(path);
  }

  @Nullable KnownFolder folder(Bytes path) {
    return folders.get(path);
  }

  /** Takes note of what was captured. */
  void put(KnownFolder folder, Bytes name, Known known) {
    if (folder.entries().put(name, known) == null) {
      files++;
    }
  }

  /** Everything below the workspace's folder is new: the first look. */
  List<Now> lookFirst() throws IOException {
    var found = new ArrayList<Now>();
    add(root);
    come(root, snapshotter.look(root), Newness.CAME, found);
    return found;
  }

  /** What is different in a folder and, when its rules are, in those below. */
  void lookAt(KnownFolder folder, Pending.Names names, List<Difference> found) throws IOException {
    if (names.some().stream().anyMatch(name -> IgnoreRules.isRules(KnownFolder.text(name)))) {
      compareAll(renewRules(folder), found);
    } else if (names.all()) {
      watchAgain(folder);
      compare(folder, folder.snapshot(), snapshotter.look(folder), found);
    } else {
      compare(folder, folder.snapshot(names.some()), snapshotter.look(folder, names.some()), found);
    }
  }

  /** What is different anywhere, whatever was told. */
  void lookEverywhere(List<Difference> found) throws IOException {
    watchAgain(root);
    compareAll(renewRules(root), found);
  }

  /** Those that are not gone together with one above them. */
  private void compareAll(List<KnownFolder> some, List<Difference> found) throws IOException {
    for (var folder : some) {
      if (folders.get(folder.path()) == folder) {
        compare(folder, folder.snapshot(), snapshotter.look(folder), found);
      }
    }
  }

  /** The workspace's own folder may have been deleted and made again: nobody tells of that. */
  private void watchAgain(KnownFolder folder) {
    if (folder == root) {
      watching.remove(root.path());
      watching.add(root.path(), root.place());
    }
  }

  private void compare(KnownFolder folder, Snapshot before, Snapshot now, List<Difference> found)
      throws IOException {
    var difference = before.diffTo(now);
    if (difference.isEmpty()) {
      return;
    }
    long moment = difference.went().isEmpty() ? 0 : modified(folder);
    for (var name : difference.went()) {
      leave(folder, name, moment, found);
    }
    var came = new HashMap<Bytes, Stamp>();
    for (var name : difference.came()) {
      came.put(name, stamp(now, name));
    }
    for (var name : difference.changed()) {
      var known = folder.entries().get(name);
      var stamp = stamp(now, name);
      if (known != null && isFolder(known.stamp()) != isFolder(stamp)) {
        leave(folder, name, stamp.changed(), found);
        came.put(name, stamp);
      } else if (isFolder(stamp) && known != null) {
        replace(folder, name, known, stamp, found);
      } else {
        found.add(new Now(folder, name, stamp, Newness.CHANGED));
      }
    }
    for (var entry : came.entrySet()) {
      var newness = folder.hasSeen(entry.getValue()) ? Newness.FOUND : Newness.CAME;
      var one = new ArrayList<Now>();
      come(folder, new Snapshot(Map.of(entry.getKey(), entry.getValue())), newness, one);
      found.addAll(one);
    }
  }

  /**
   * Another folder stands where one stood, or the same one may be read now and not before: it has
   * to be watched, and everything in it compared.
   */
  private void replace(
      KnownFolder folder, Bytes name, Known known, Stamp stamp, List<Difference> found)
      throws IOException {
    if (known.stamp().mode() == stamp.mode()) {
      put(folder, name, Known.folder(stamp));
    } else {
      found.add(new Now(folder, name, stamp, Newness.CHANGED));
    }
    var below = folders.get(folder.pathOf(name));
    if (below != null) {
      watching.remove(below.path());
      watching.add(below.path(), below.place());
      lookAt(below, Pending.Names.ALL, found);
    }
  }

  /** New entries, with all that is in them; a folder is watched before one looks into it. */
  private void come(KnownFolder into, Snapshot entries, Newness newness, List<Now> found)
      throws IOException {
    record Level(KnownFolder folder, Snapshot entries, long moment) {}
    var levels = new ArrayDeque<Level>(List.of(new Level(into, entries, Long.MIN_VALUE)));
    for (var level = levels.poll(); level != null; level = levels.poll()) {
      for (var entry : level.entries.entries().entrySet()) {
        var name = entry.getKey();
        long moment =
            newness == Newness.FOUND
                ? entry.getValue().changed()
                : Math.max(level.moment, entry.getValue().changed());
        found.add(new Now(level.folder, name, entry.getValue(), newness, moment));
        if (Math.max(files, found.size()) > most) {
          throw new TooManyFilesException(most);
        }
        if (isFolder(entry.getValue())) {
          put(level.folder, name, Known.folder(entry.getValue()));
          var path = level.folder.pathOf(name);
          var place = level.folder.placeOf(name);
          var folder =
              new KnownFolder(
                  path, place, level.folder.rules().in(place, KnownFolder.prefix(path)));
          add(folder);
          levels.add(new Level(folder, snapshotter.look(folder), moment));
        }
      }
    }
  }

  private void add(KnownFolder folder) {
    folders.put(folder.path(), folder);
    watching.add(folder.path(), folder.place());
  }

  /** An entry is gone, and all that was in it: what is in a folder goes before the folder. */
  private void leave(KnownFolder folder, Bytes name, long moment, List<Difference> found) {
    var known = folder.entries().remove(name);
    if (known == null) {
      return;
    }
    files--;
    var path = folder.pathOf(name);
    var below = folders.get(path);
    if (below != null) {
      for (var child : List.copyOf(below.entries().keySet())) {
        leave(below, child, moment, found);
      }
      folders.remove(path);
      watching.remove(path);
    }
    found.add(new Gone(path, known, moment));
  }

  /**
   * The order in which a folder comes before what is in it. The comparators that Java makes are put
   * together at run time, which no start-up cache spares.
   */
  static int upperFirst(Bytes one, Bytes other) {
    return Integer.compare(one.length(), other.length());
  }

  /** Reads rules again, which hold for a folder and all below; returns these, the upper first. */
  private List<KnownFolder> renewRules(KnownFolder top) {
    var below =
        folders.values().stream()
            .filter(folder -> folder.isIn(top))
            .sorted((one, other) -> upperFirst(one.path(), other.path()))
            .toList();
    for (var folder : below) {
      var above = folder == root ? outerRules : above(folder).rules();
      folder.setRules(above.in(folder.place(), folder.prefix()));
    }
    return below;
  }

  private KnownFolder above(KnownFolder folder) {
    var path = folder.path();
    int end = path.length() - 1;
    while (end > 0 && path.at(end) != '/') {
      end--;
    }
    return folders.getOrDefault(path.slice(0, end), root);
  }

  private static boolean isFolder(Stamp stamp) {
    return stamp.type() == Stamp.Type.FOLDER;
  }

  private static Stamp stamp(Snapshot snapshot, Bytes name) {
    var stamp = snapshot.entries().get(name);
    if (stamp == null) {
      throw new IllegalArgumentException("a snapshot has the names it was asked for");
    }
    return stamp;
  }

  /** When something in it came, went or changed last; never, when it is gone itself. */
  static long modified(KnownFolder folder) {
    try {
      return Stamp.of(folder.place()).modified();
    } catch (IOException e) {
      // It is gone itself: whoever compares the folder above will say when.
      return Long.MAX_VALUE;
    }
  }
}
