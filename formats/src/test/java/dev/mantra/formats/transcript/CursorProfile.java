package dev.mantra.formats.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What Cursor would have written, as far as a test needs it. */
final class CursorProfile {

  final CursorFolders folders;

  CursorProfile(Path folder) {
    folders = new CursorFolders(folder.resolve("User"), folder.resolve("home"));
  }

  /** The editor's database. */
  Path editor() {
    return folders.editorDatabase();
  }

  Path workspace(String id, String folder) throws IOException {
    var kept = folders.workspaces().resolve(id);
    Files.createDirectories(kept);
    Files.writeString(
        kept.resolve("workspace.json"), "{\"folder\": \"file://%s\"}".formatted(folder));
    return kept.resolve("state.vscdb");
  }

  Path chat(String id) {
    return folders.chats().resolve("0123").resolve(id).resolve("store.db");
  }

  static Connection open(Path file) throws IOException, SQLException {
    Files.createDirectories(file.resolveSibling("."));
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** Puts rows into a table, which is made when it is not there: a key, a value, and so on. */
  static void put(Path file, String table, String... keysAndValues)
      throws IOException, SQLException {
    try (var database = open(file)) {
      put(database, table, keysAndValues);
    }
  }

  static void put(Connection database, String table, String... keysAndValues) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB)");
    }
    try (var insert = database.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
      for (int i = 0; i < keysAndValues.length; i += 2) {
        insert.setString(1, keysAndValues[i]);
        insert.setString(2, keysAndValues[i + 1]);
        insert.executeUpdate();
      }
    }
  }
}
