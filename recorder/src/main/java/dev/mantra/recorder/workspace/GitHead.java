package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commit a folder stands on, read from the few files that say so (gitrepository-layout(5)): no
 * git is run, and nothing is opened for writing.
 */
public final class GitHead {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final int LONGEST = 8192;
  private static final String POINTER = "gitdir: ";
  private static final String REFERENCE = "ref: ";

  private GitHead() {}

  /** Empty where there is no repository, or one without a commit. */
  public static Optional<String> of(Path folder) {
    for (var at = folder; at != null; at = at.getParent()) {
      var git = at.resolve(".git");
      if (Files.exists(git)) {
        try {
          return commit(repository(git));
        } catch (IOException | InvalidPathException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** A work tree and a submodule have a file that names the folder. */
  private static Path repository(Path git) throws IOException {
    if (Files.isDirectory(git)) {
      return git;
    }
    var line = read(git);
    return line.startsWith(POINTER)
        ? git.resolveSibling(line.substring(POINTER.length())).normalize()
        : git;
  }

  private static Optional<String> commit(Path repository) throws IOException {
    var head = read(repository.resolve("HEAD"));
    if (!head.startsWith(REFERENCE)) {
      return Optional.of(head).filter(GitHead::isCommit);
    }
    var reference = head.substring(REFERENCE.length());
    var shared = repository.resolve("commondir");
    var common = Files.exists(shared) ? repository.resolve(read(shared)).normalize() : repository;
    var loose = common.resolve(reference).normalize();
    if (loose.startsWith(common) && Files.isRegularFile(loose)) {
      return Optional.of(read(loose)).filter(GitHead::isCommit);
    }
    return packed(common.resolve("packed-refs"), reference);
  }

  private static Optional<String> packed(Path file, String reference) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.endsWith(" " + reference))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .filter(GitHead::isCommit)
          .findFirst();
    }
  }

  private static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  /** Reads a short file: not a pipe that nobody writes to, and not more than a name can be long. */
  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).strip();
    }
  }
}
