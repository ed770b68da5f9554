package dev.mantra.formats.derived;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Where derived data is kept: in a file, or in memory where there is no cache. */
public interface Pieces extends Closeable {

  /** The bytes of a piece; empty when they are no longer what was written. */
  Optional<byte[]> read(Piece piece);

  @Override
  void close() throws IOException;

  /** Takes pieces. */
  interface Sink {
    Piece append(byte[] bytes) throws CacheUnusableException;
  }

  static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Pieces that end with this process. */
  final class InMemory implements Pieces, Sink {
    private final List<byte[]> all = new ArrayList<>();

    @Override
    public Piece append(byte[] bytes) {
      all.add(bytes);
      return new Piece(all.size() - 1, bytes.length, 0);
    }

    @Override
    public Optional<byte[]> read(Piece piece) {
      return Optional.of(all.get((int) piece.at()));
    }

    @Override
    public void close() {
      all.clear();
    }
  }
}
