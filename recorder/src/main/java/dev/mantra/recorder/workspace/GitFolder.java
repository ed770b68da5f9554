package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a git repository's files are, found as gitrepository-layout(5) says.
 *
 * @param workTree the folder that git's work is done in
 * @param own what belongs to this work tree: its HEAD and its index
 * @param common what all work trees of the repository share: objects, branches, configuration
 */
record GitFolder(Path workTree, Path own, Path common) {

  static final String NAME = ".git";

  private static final int LONGEST = 8192;
  private static final String POINTER = "gitdir: ";

  /** The repository that a folder is in; empty where there is none. */
  static Optional<GitFolder> around(Path folder) {
    for (var at = folder; at != null; at = at.getParent()) {
      var git = at.resolve(NAME);
      if (Files.exists(git)) {
        try {
          return Optional.of(of(at, git));
        } catch (IOException | InvalidPathException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** A work tree beside the first and a submodule have a file that names the folder. */
  private static GitFolder of(Path workTree, Path git) throws IOException {
    var own = git;
    if (!Files.isDirectory(git)) {
      var line = read(git);
      if (line.startsWith(POINTER)) {
        own = git.resolveSibling(line.substring(POINTER.length())).normalize();
      }
    }
    var shared = own.resolve("commondir");
    var common = Files.exists(shared) ? own.resolve(read(shared)).normalize() : own;
    return new GitFolder(workTree, own, common);
  }

  /** Reads a short file: not a pipe that nobody writes to, and not more than a name can be long. */
  static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).strip();
    }
  }
}
