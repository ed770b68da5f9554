package dev.mantra.formats.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Cursor keeps its conversations.
 *
 * <pre>
 *  user/globalStorage/state.vscdb             those of the editor
 *  user/workspaceStorage/&lt;hash&gt;/              which folder, which of them, and those of 2023 and 2024
 *  home/chats/&lt;hash&gt;/&lt;id&gt;/store.db            those of the terminal
 *  home/projects/&lt;slug&gt;/agent-transcripts/     both again, without times and results
 * </pre>
 *
 * @param user the editor's folder of the user
 * @param home {@link Agent#home}
 */
public record CursorFolders(Path user, Path home) {

  /** The folders of one who has this environment; empty when HOME is not set. */
  public static Optional<CursorFolders> of(Map<String, String> environment, String system) {
    var home = environment.getOrDefault("HOME", "");
    return Agent.CURSOR
        .home(environment)
        .filter(_ -> !home.isEmpty())
        .map(cursor -> new CursorFolders(user(environment, Path.of(home), system), cursor));
  }

  private static Path user(Map<String, String> environment, Path home, String system) {
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support/Cursor/User");
    }
    if (system.startsWith("Windows")) {
      return Path.of(environment.getOrDefault("APPDATA", home.toString()), "Cursor", "User");
    }
    var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return (config.isEmpty() ? home.resolve(".config") : Path.of(config)).resolve("Cursor/User");
  }

  /** All databases that there are, those of workspaces included. */
  public List<Path> databases() throws IOException {
    var found = new ArrayList<Path>();
    if (Files.isRegularFile(editorDatabase())) {
      found.add(editorDatabase());
    }
    add(found, workspaces(), "*/state.vscdb");
    add(found, chats(), "*/*/store.db");
    return found;
  }

  private static void add(List<Path> found, Path folder, String which) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var matcher = folder.getFileSystem().getPathMatcher("glob:" + which);
    try (var files = Files.find(folder, 3, (_, attributes) -> attributes.isRegularFile())) {
      files.filter(file -> matcher.matches(folder.relativize(file))).sorted().forEach(found::add);
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  Path editorDatabase() {
    return user.resolve("globalStorage/state.vscdb");
  }

  Path workspaces() {
    return user.resolve("workspaceStorage");
  }

  Path chats() {
    return home.resolve("chats");
  }
}
