package dev.mantra.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where Mantra keeps its files, after the XDG base directory specification; {@code MANTRA_HOME}
 * puts all four folders below one. All are empty when the environment names no home at all.
 */
record Folders(
    Optional<Path> home,
    Optional<Path> data,
    Optional<Path> cache,
    Optional<Path> config,
    Optional<Path> state) {

  private static final String NAME = "mantra";

  /** Lambdas would each take a millisecond of every start. */
  static Folders of(Map<String, String> environment) {
    var home = absolute(environment, "HOME");
    var all = absolute(environment, "MANTRA_HOME");
    if (all.isPresent()) {
      var folder = all.get();
      return new Folders(
          home,
          Optional.of(folder.resolve("data")),
          Optional.of(folder.resolve("cache")),
          Optional.of(folder.resolve("config")),
          Optional.of(folder.resolve("state")));
    }
    return new Folders(
        home,
        place(environment, "XDG_DATA_HOME", home, ".local/share"),
        place(environment, "XDG_CACHE_HOME", home, ".cache"),
        place(environment, "XDG_CONFIG_HOME", home, ".config"),
        place(environment, "XDG_STATE_HOME", home, ".local/state"));
  }

  private static Optional<Path> place(
      Map<String, String> environment, String variable, Optional<Path> home, String usual) {
    var named = absolute(environment, variable);
    if (named.isPresent()) {
      return Optional.of(named.get().resolve(NAME));
    }
    return home.isPresent()
        ? Optional.of(home.get().resolve(usual).resolve(NAME))
        : Optional.empty();
  }

  /** The specification has relative paths ignored. */
  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    try {
      var path = Path.of(environment.getOrDefault(variable, ""));
      return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
