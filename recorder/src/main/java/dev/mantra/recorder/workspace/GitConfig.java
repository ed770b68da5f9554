package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** The little of git's configuration that says what is ignored and what is converted. */
final class GitConfig {

  private final GitFolder git;
  private final Optional<Path> home;
  private final Config config;

  private GitConfig(GitFolder git, Optional<Path> home, Config config) {
    this.git = git;
    this.home = home;
    this.config = config;
  }

  /** Reads the files of system, user and repository; those that cannot be read say nothing. */
  static GitConfig read(GitFolder git, Optional<Path> home) {
    var files = new ArrayList<Path>(List.of(Path.of("/etc/gitconfig")));
    home.ifPresent(
        folder -> {
          files.add(folder.resolve(".config/git/config"));
          files.add(folder.resolve(".gitconfig"));
        });
    files.add(git.common().resolve("config"));
    var config = new Config();
    for (var file : files) {
      var next = new Config(config);
      try {
        next.fromText(Files.readString(file));
        config = next;
      } catch (IOException | ConfigInvalidException e) {
        // It says nothing then.
      }
    }
    return new GitConfig(git, home, config);
  }

  /** The files of rules beside {@code .gitignore}, the weightiest first. */
  List<Path> ignoreFiles() {
    var files = new ArrayList<Path>();
    files.add(git.common().resolve("info/exclude"));
    path("excludesFile", "ignore").ifPresent(files::add);
    return files;
  }

  /** Whether files may stand in the work tree in another form than in git, whatever they are. */
  boolean convertsLineEnds() {
    return config.getString("core", null, "autocrlf") != null
        || config.getString("core", null, "eol") != null;
  }

  /** Files that say how files are converted, beside those in the work tree. */
  boolean hasAttributes() {
    return Files.exists(git.common().resolve("info/attributes"))
        || path("attributesFile", "attributes").filter(Files::exists).isPresent();
  }

  private Optional<Path> path(String name, String usual) {
    var given = config.getString("core", null, name);
    try {
      if (given == null) {
        return home.map(folder -> folder.resolve(".config/git").resolve(usual));
      }
      return given.startsWith("~/")
          ? home.map(folder -> folder.resolve(given.substring(2)))
          : Optional.of(git.workTree().resolve(given));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
