package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Looks at folders: what stands there, without what is not captured. Contents are not read. */
final class Snapshotter {

  private final Set<Path> excluded;
  private final Set<Bytes> closed = new HashSet<>();
  private final Map<Bytes, String> newlyClosed = new LinkedHashMap<>();
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

  /** Folders that turned out to be closed to us since this was asked last, and why. */
  Map<Bytes, String> takeClosed() {
    var taken = Map.copyOf(newlyClosed);
    newlyClosed.clear();
    return taken;
  }

  /** Whether something is in a folder that is closed to us. */
  boolean isInClosed(Bytes path) {
    return IntStream.range(0, path.length())
        .anyMatch(i -> path.at(i) == '/' && closed.contains(path.slice(0, i)));
  }

  /**
   * All that is captured of a folder; nothing when it is gone. One that may not be read is taken to
   * be what it was.
   */
  Snapshot look(KnownFolder folder) throws IOException {
    var found = new HashMap<Bytes, Stamp>();
    try (var entries = Files.newDirectoryStream(folder.place())) {
      for (var entry : entries) {
        look(folder, PathBytes.of(entry.getFileName()), entry, found);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Snapshot.EMPTY;
    } catch (AccessDeniedException e) {
      close(folder);
      return folder.snapshot();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    closed.remove(folder.path());
    return new Snapshot(found);
  }

  /** The same for some names only. */
  Snapshot look(KnownFolder folder, Collection<Bytes> names) throws IOException {
    var found = new HashMap<Bytes, Stamp>();
    try {
      for (var name : names) {
        look(folder, name, folder.placeOf(name), found);
      }
    } catch (AccessDeniedException e) {
      close(folder);
      return folder.snapshot(Set.copyOf(names));
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

  private void close(KnownFolder folder) {
    if (closed.add(folder.path())) {
      newlyClosed.put(folder.path(), "the folder may not be read");
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
