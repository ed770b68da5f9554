package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders 0700 and files 0600, whatever the umask: sessions hold what people typed. */
final class Permissions {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private Permissions() {}

  /**
   * Creates a folder and those above it; those that exist stay as they are.
   *
   * @throws FileAlreadyExistsException when the folder itself is there already
   */
  static void createPrivateFolder(Path folder) throws IOException {
    createPrivateParents(folder.toAbsolutePath().getParent());
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    Files.setPosixFilePermissions(folder, FOLDER);
  }

  private static void createPrivateParents(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createPrivateParents(folder.getParent());
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      Files.setPosixFilePermissions(folder, FOLDER);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        var problem = new NotDirectoryException(folder.toString());
        problem.initCause(e);
        throw problem;
      }
    }
  }

  /** For a file that is being made; the umask may take away from it. */
  static FileAttribute<Set<PosixFilePermission>> privateFile() {
    return PosixFilePermissions.asFileAttribute(FILE);
  }

  static void makeFilePrivate(Path file) throws IOException {
    Files.setPosixFilePermissions(file, FILE);
  }
}
