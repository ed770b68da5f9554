package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/**
 * A database that may be opened: the file itself, or a copy when somebody may be writing to it.
 *
 * <p>What was written last lies in a second file, the write-ahead log. To read it in place, SQLite
 * would write to a third one and lock the first; so both are copied, and SQLite puts the copies
 * together. What is appended to the log meanwhile does no harm: a copy ends with its last whole
 * transaction.
 *
 * @param folder the copies' folder, which goes with them
 */
record DatabaseCopy(Path file, Path folder) implements Closeable {

  private static final int TRIES = 5;

  /** How the log begins: it tells one log from the next one in the same file. */
  private static final int LOG_HEADER = 32;

  /** Two files fit together as long as nothing was moved from the log into the database. */
  private record Stamp(long size, FileTime time, Bytes log) {

    static Stamp of(Path file, Path log) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file), header(log));
    }

    private static Bytes header(Path log) throws IOException {
      if (!Files.exists(log)) {
        return Bytes.EMPTY;
      }
      try (var in = Files.newInputStream(log)) {
        return Bytes.wrap(in.readNBytes(LOG_HEADER));
      }
    }
  }

  static DatabaseCopy ifInUse(Path file, Path scratch) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("cannot read " + file + ": there is no such file");
    }
    var log = log(file);
    if (!Files.exists(log) || Files.size(log) == 0) {
      return new DatabaseCopy(file, file);
    }
    Files.createDirectories(scratch);
    var folder = Files.createTempDirectory(scratch, "database");
    var copy = new DatabaseCopy(folder.resolve("copy.db"), folder);
    try {
      for (int i = 0; i < TRIES; i++) {
        if (copy.take(file, log)) {
          return copy;
        }
      }
    } catch (IOException e) {
      copy.close();
      throw e;
    }
    copy.close();
    throw new IOException("cannot copy " + file + ": it changes again and again");
  }

  boolean isCopied() {
    return !file.equals(folder);
  }

  private boolean take(Path from, Path log) throws IOException {
    var before = Stamp.of(from, log);
    Files.deleteIfExists(file);
    Files.deleteIfExists(log(file));
    Files.copy(from, file);
    if (!before.log.isEmpty()) {
      Files.copy(log, log(file));
    }
    return before.equals(Stamp.of(from, log));
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  @Override
  public void close() throws IOException {
    if (!isCopied()) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var one : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
