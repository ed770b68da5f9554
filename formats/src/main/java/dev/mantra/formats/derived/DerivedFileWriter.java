package dev.mantra.formats.derived;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a {@link DerivedFile}: it is there whole, or not at all. Only its owner can read it, for
 * it holds what a session showed.
 */
public final class DerivedFileWriter implements Pieces.Sink, AutoCloseable {

  private static final String UNFINISHED = ".part";

  private final Path path;
  private final Path unfinished;
  private final int magic;
  private final FileChannel channel;
  private boolean finished;

  private DerivedFileWriter(Path path, Path unfinished, int magic, FileChannel channel) {
    this.path = path;
    this.unfinished = unfinished;
    this.magic = magic;
    this.channel = channel;
  }

  /** Starts a file of a folder, and the folders that lead to it. */
  static DerivedFileWriter create(Path folder, String file, int magic)
      throws CacheUnusableException {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      var name = file + ".";
      sweep(folder, name);
      var unfinished =
          Files.createTempFile(
              folder,
              name,
              UNFINISHED,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var channel = FileChannel.open(unfinished, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var writer = new DerivedFileWriter(folder.resolve(file), unfinished, magic, channel);
      writer.write(ByteBuffer.allocate(DerivedFile.MAGIC_LENGTH).putInt(magic).flip());
      return writer;
    } catch (UnsupportedOperationException e) {
      throw new CacheUnusableException(new IOException("a file system without permissions", e));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Removes what was left by somebody who did not finish. One who is still at it starts over. */
  private static void sweep(Path folder, String name) throws IOException {
    try (var left = Files.newDirectoryStream(folder, name + "*" + UNFINISHED)) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public Piece append(byte[] bytes) throws CacheUnusableException {
    try {
      long at = channel.position();
      write(ByteBuffer.wrap(bytes));
      return new Piece(at, bytes.length, Pieces.checksum(bytes));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Adds the directory, puts the file in its place and opens it. */
  public DerivedFile finish(byte[] directory) throws CacheUnusableException {
    var piece = append(directory);
    try {
      write(
          ByteBuffer.allocate(DerivedFile.FOOTER_LENGTH)
              .putLong(piece.at())
              .putInt(piece.length())
              .putInt(piece.checksum())
              .putInt(magic)
              .flip());
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
    finished = true;
    return new DerivedFile(path, channel, directory);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static CacheUnusableException unusable(IOException e) {
    return e instanceof CacheUnusableException same ? same : new CacheUnusableException(e);
  }

  /** Without {@link #finish} before, nothing is left of it. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      channel.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
