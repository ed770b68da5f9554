package dev.mantra.formats.derived;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of the cache folder: pieces of any kind and length, then a directory that tells what they
 * are. Nothing in it is believed before its checksum has agreed.
 *
 * <pre>
 *  magic (4) │ piece │ piece │ … │ directory │ its place (8) │ length (4) │ CRC32C (4) │ magic (4)
 * </pre>
 */
public final class DerivedFile implements Pieces {

  static final int MAGIC_LENGTH = Integer.BYTES;
  static final int FOOTER_LENGTH = Long.BYTES + 3 * Integer.BYTES;

  private final Path path;
  private final FileChannel channel;
  private final byte[] directory;

  DerivedFile(Path path, FileChannel channel, byte[] directory) {
    this.path = path;
    this.channel = channel;
    this.directory = directory;
  }

  /** Opens a file; one that is not there, not of this kind or not whole is as good as none. */
  static Optional<DerivedFile> open(Path path, int magic) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      var directory = directory(channel, magic);
      if (directory.isPresent()) {
        return Optional.of(new DerivedFile(path, channel, directory.get()));
      }
      channel.close();
    } catch (IOException e) {
      closeQuietly(channel);
    }
    return Optional.empty();
  }

  private static Optional<byte[]> directory(FileChannel channel, int magic) throws IOException {
    long footerAt = channel.size() - FOOTER_LENGTH;
    if (footerAt < MAGIC_LENGTH) {
      return Optional.empty();
    }
    var footer = ByteBuffer.wrap(read(channel, footerAt, FOOTER_LENGTH));
    var piece = new Piece(footer.getLong(), footer.getInt(), footer.getInt());
    boolean fits = piece.length() >= 0 && piece.at() == footerAt - piece.length();
    return fits && footer.getInt() == magic ? sound(channel, piece) : Optional.empty();
  }

  public byte[] directory() {
    return directory;
  }

  @Override
  public Optional<byte[]> read(Piece piece) {
    try {
      var bytes = sound(channel, piece);
      if (bytes.isPresent()) {
        return bytes;
      }
      // So that it is made anew the next time.
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // What cannot be read is as good as damaged.
    }
    return Optional.empty();
  }

  private static Optional<byte[]> sound(FileChannel channel, Piece piece) throws IOException {
    if (piece.at() < 0 || piece.length() < 0 || piece.length() > channel.size() - piece.at()) {
      return Optional.empty();
    }
    var bytes = read(channel, piece.at(), piece.length());
    return Pieces.checksum(bytes) == piece.checksum() ? Optional.of(bytes) : Optional.empty();
  }

  private static byte[] read(FileChannel channel, long at, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {}
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Closes it: it is not the one that was wanted. */
  public void discard() {
    closeQuietly(channel);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was only read.
    }
  }
}
