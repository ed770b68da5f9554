package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at folders: what stands there, without what is not captured. Contents are not read. */
final class Snapshotter {

  private final Set<Path> excluded;
  private Predicate<Bytes> tracked = _ -> false;

  /**
   * @param excluded folders that are left out whatever rules say: our own
   */
  Snapshotter(Set<Path> excluded) {
    this.excluded = excluded;
  }

  /** What git has is captured also where it would be ignored. */
  void track(Predicate<Bytes> paths) {
    tracked = paths;
  }

  /** All that is captured of a folder; nothing when it is gone. */
  Snapshot look(KnownFolder folder) throws IOException {
    var found = new HashMap<Bytes, Stamp>();
    try (var entries = Files.newDirectoryStream(folder.place())) {
      for (var entry : entries) {
        look(folder, PathBytes.of(entry.getFileName()), entry, found);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Snapshot.EMPTY;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new Snapshot(found);
  }

  /** The same for some names only. */
  Snapshot look(KnownFolder folder, Collection<Bytes> names) throws IOException {
    var found = new HashMap<Bytes, Stamp>();
    for (var name : names) {
      look(folder, name, folder.placeOf(name), found);
    }
    return new Snapshot(found);
  }

  private void look(KnownFolder folder, Bytes name, Path place, Map<Bytes, Stamp> found)
      throws IOException {
    var text = KnownFolder.text(name);
    if (text.equals(GitFolder.NAME)) {
      return;
    }
    Stamp stamp;
    try {
      stamp = Stamp.of(place);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return;
    }
    if (stamp.type() != Stamp.Type.OTHER && isCaptured(folder, name, text, place, stamp)) {
      found.put(name, stamp);
    }
  }

  /** What was captured once stays captured, whatever rules come later. */
  private boolean isCaptured(KnownFolder folder, Bytes name, String text, Path place, Stamp stamp) {
    if (stamp.type() == Stamp.Type.FOLDER && excluded.contains(place)) {
      return false;
    }
    return folder.entries().containsKey(name)
        || !folder.rules().ignores(folder.place(), folder.prefix() + text, stamp.type())
        || tracked.test(folder.pathOf(name));
  }
}
