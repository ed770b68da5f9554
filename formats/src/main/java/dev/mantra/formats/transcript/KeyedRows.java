package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * A database in which values lie under keys, read row by row: only one row is in memory at a time.
 *
 * <p>The file is opened as one that nobody changes, so it is neither locked nor written to, and
 * nothing is put beside it. {@link DatabaseCopy} says what becomes of one that is in use.
 */
final class KeyedRows implements Closeable {

  /** A value that is longer is no message. */
  private static final int LONGEST = 64 << 20;

  private final Path file;
  private final DatabaseCopy copy;
  private final Connection connection;

  /** Takes a row. */
  interface Row {
    void take(String key, Bytes value) throws IOException;
  }

  private KeyedRows(Path file, DatabaseCopy copy, Connection connection) {
    this.file = file;
    this.copy = copy;
    this.connection = connection;
  }

  /**
   * Opens a database.
   *
   * @param scratch a folder of ours for a copy, when one is needed
   */
  static KeyedRows open(Path file, Path scratch) throws IOException {
    var copy = DatabaseCopy.ifInUse(file, scratch);
    try {
      // The path as a URI, in which no character means anything else.
      var place = copy.file().toUri().getRawPath();
      var options = copy.isCopied() ? "" : "?immutable=1";
      var connection =
          JDBC.createConnection("jdbc:sqlite:file:" + place + options, new Properties());
      return new KeyedRows(file, copy, connection);
    } catch (SQLException e) {
      copy.close();
      throw unreadable(file, e);
    }
  }

  Path file() {
    return file;
  }

  boolean hasTable(String table) throws IOException {
    try (var query =
        connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE type='table' AND name=?")) {
      query.setString(1, table);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** The value under a key. */
  Optional<Bytes> value(String table, String key) throws IOException {
    try (var query =
        connection.prepareStatement("SELECT key, value FROM " + table + " WHERE key = ?")) {
      query.setString(1, key);
      try (var rows = query.executeQuery()) {
        return rows.next() ? value(rows) : Optional.empty();
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The rows of any two columns.
   *
   * @param select the query, whose text is ours
   */
  void each(String select, Row row) throws IOException {
    try (var query = connection.prepareStatement(select);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        var value = value(rows);
        if (value.isPresent()) {
          row.take(rows.getString(1), value.get());
        }
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** Text and bytes alike; absent when it is null or longer than anything that is said. */
  private static Optional<Bytes> value(ResultSet rows) throws SQLException {
    var bytes = rows.getBytes(2);
    return bytes == null || bytes.length > LONGEST
        ? Optional.empty()
        : Optional.of(Bytes.wrap(bytes));
  }

  @Override
  public void close() throws IOException {
    try (copy) {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  private static IOException unreadable(Path file, SQLException e) {
    return new IOException("cannot read " + file + " as a database: " + e.getMessage(), e);
  }
}
