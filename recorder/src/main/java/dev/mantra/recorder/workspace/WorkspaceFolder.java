package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what is captured: the git work tree around the folder in which the program runs, else
 * that folder. Folders that are no project are refused: a whole home or disk would be captured.
 */
record WorkspaceFolder(Path folder, Optional<String> refusal) {

  private static final Set<String> NETWORK =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "9p", "ceph", "davfs");

  /** The workspace of a program that runs in {@code folder}. */
  static WorkspaceFolder around(Path folder, Optional<Path> home) throws IOException {
    var real = folder.toRealPath();
    var chosen = GitFolder.around(real).map(GitFolder::workTree).orElse(real);
    var refusal =
        never(chosen, home)
            .or(() -> isMountPoint(chosen) ? reason(chosen, "is where a disk is mounted") : none())
            .or(() -> isRemote(chosen) ? reason(chosen, "is on another machine's disk") : none());
    return new WorkspaceFolder(
        chosen, refusal.map(text -> text + "; --workspace DIR names a folder to capture"));
  }

  /** A folder that somebody asked for by its name. */
  static WorkspaceFolder named(Path folder, Optional<Path> home) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new WorkspaceFolder(folder, reason(folder, "is no folder"));
    }
    var real = folder.toRealPath();
    return new WorkspaceFolder(real, never(real, home));
  }

  private static Optional<String> never(Path folder, Optional<Path> home) {
    if (folder.getParent() == null) {
      return reason(folder, "is the root of all folders");
    }
    return home.flatMap(WorkspaceFolder::real).filter(path -> path.startsWith(folder)).isPresent()
        ? reason(folder, "is a home folder, or above one")
        : none();
  }

  private static Optional<String> reason(Path folder, String why) {
    return Optional.of(folder + " " + why);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A project may well be on a disk of its own, as in a container: git says that it is one. */
  private static boolean isMountPoint(Path folder) {
    var above = folder.getParent();
    try {
      return above != null
          && !Files.exists(folder.resolve(GitFolder.NAME))
          && Stamp.of(folder).device() != Stamp.of(above).device();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRemote(Path folder) {
    try {
      var type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
      return NETWORK.contains(type) || type.contains("sshfs");
    } catch (IOException e) {
      return false;
    }
  }
}
