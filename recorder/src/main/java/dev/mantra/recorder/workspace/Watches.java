package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The watch over all folders, as far as the system lets them be watched. */
final class Watches implements KnownTree.Watching, AutoCloseable {

  private final Optional<Path> marks;
  private final @Nullable FolderWatch watch;
  private boolean rootIsGone;
  private Optional<String> trouble = Optional.empty();

  /**
   * @param marks a folder to be made, in which nobody else does anything
   */
  Watches(Pending pending, Path marks) {
    this.marks = Optional.of(marks);
    this.watch = start(pending, marks);
  }

  private Watches() {
    this.marks = Optional.empty();
    this.watch = null;
  }

  /** Watches nothing. */
  static Watches none() {
    return new Watches();
  }

  /** Why not all folders are watched; empty when they are. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Whether every change is told of. */
  boolean seesAll() {
    return watch != null && trouble.isEmpty() && !rootIsGone;
  }

  @Override
  public void add(Bytes folder, Path place) {
    if (watch == null) {
      return;
    }
    try {
      watch.add(folder, place);
      rootIsGone &= !folder.isEmpty();
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It is gone again, which the folder above tells, unless there is none.
      rootIsGone |= folder.isEmpty();
      return;
    } catch (AccessDeniedException e) {
      // It may not be read either; the folder above, if there is one, tells when that has changed.
      rootIsGone |= folder.isEmpty();
      return;
    } catch (IOException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void remove(Bytes folder) {
    if (watch != null) {
      watch.remove(folder);
    }
  }

  /**
   * Waits until everything that has happened so far is pending.
   *
   * @return false when that is not sure
   */
  boolean catchUp() throws InterruptedException {
    return watch != null && watch.catchUp() && seesAll();
  }

  @Override
  public void close() throws IOException {
    if (watch != null) {
      watch.close();
    }
    if (marks.isPresent()) {
      Files.deleteIfExists(marks.get());
    }
  }

  private @Nullable FolderWatch start(Pending pending, Path marks) {
    try {
      Files.createDirectory(
          marks,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return FolderWatch.start(pending, marks);
    } catch (IOException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
