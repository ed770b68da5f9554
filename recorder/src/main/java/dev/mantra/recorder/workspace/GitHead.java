package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commit a folder stands on, read from the few files that say so (gitrepository-layout(5)): no
 * git is run, and nothing is opened for writing.
 */
public final class GitHead {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final String REFERENCE = "ref: ";

  private GitHead() {}

  /** Empty where there is no repository, or one without a commit. */
  public static Optional<String> of(Path folder) {
    return GitFolder.around(folder).flatMap(GitHead::of);
  }

  static Optional<String> of(GitFolder git) {
    try {
      return commit(git);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> commit(GitFolder git) throws IOException {
    var head = GitFolder.read(git.own().resolve("HEAD"));
    if (!head.startsWith(REFERENCE)) {
      return Optional.of(head).filter(GitHead::isCommit);
    }
    var reference = head.substring(REFERENCE.length());
    var common = git.common();
    var loose = common.resolve(reference).normalize();
    if (loose.startsWith(common) && Files.isRegularFile(loose)) {
      return Optional.of(GitFolder.read(loose)).filter(GitHead::isCommit);
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
}
