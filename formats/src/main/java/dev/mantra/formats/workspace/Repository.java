package dev.mantra.formats.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The git repository that a folder belongs to: the same for all its work trees
 * (gitrepository-layout(5)). No git is run.
 *
 * @param folder which holds the objects
 */
public record Repository(Path folder) {

  private static final String GIT = ".git";
  private static final String POINTER = "gitdir: ";
  private static final String SHARED = "commondir";
  private static final int LONGEST = 8192;

  /** Empty where there is none, or the folder is not there any more. */
  public static Optional<Repository> of(Path folder) {
    for (var at = folder; at != null; at = at.getParent()) {
      var git = at.resolve(GIT);
      if (Files.exists(git)) {
        try {
          return Optional.of(new Repository(shared(git))).filter(Repository::exists);
        } catch (IOException | InvalidPathException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  public boolean exists() {
    return Files.isDirectory(folder.resolve("objects"));
  }

  /** The name of the folder that people know it by. */
  public String name() {
    var named = folder.endsWith(GIT) ? folder.getParent() : folder;
    var last = named == null ? null : named.getFileName();
    return last == null ? "" : last.toString();
  }

  /** Whether it has a commit. */
  public boolean has(String commit) {
    try (var objects = GitObjects.open(folder)) {
      return objects.treeOf(commit).isPresent();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Path shared(Path git) throws IOException {
    var own = git;
    if (!Files.isDirectory(git)) {
      var line = read(git);
      own = line.startsWith(POINTER) ? git.resolveSibling(line.substring(POINTER.length())) : git;
    }
    var pointer = own.resolve(SHARED);
    return (Files.isRegularFile(pointer) ? own.resolve(read(pointer)) : own).normalize();
  }

  /** Reads a short file: not a pipe that nobody writes to. */
  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no file");
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
    }
  }
}
