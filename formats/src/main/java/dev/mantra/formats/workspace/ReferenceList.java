package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The file in which a session lists the bodies it refers to: 32 bytes each, one after the other.
 */
final class ReferenceList implements Closeable {

  private final FileChannel channel;

  private ReferenceList(FileChannel channel) {
    this.channel = channel;
  }

  static ReferenceList append(Path file) throws IOException {
    return new ReferenceList(
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
  }

  void add(Bytes sha256) throws IOException {
    var buffer = sha256.asBuffer();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * All that is referred to, in hexadecimal. A torn end, which a power cut leaves, is no reference.
   */
  static Set<String> readAll(List<Path> files) throws IOException {
    var all = new HashSet<String>();
    for (var file : files) {
      try (var in = Files.newInputStream(file)) {
        for (var hash = in.readNBytes(ContentHash.LENGTH);
            hash.length == ContentHash.LENGTH;
            hash = in.readNBytes(ContentHash.LENGTH)) {
          all.add(HexFormat.of().formatHex(hash));
        }
      } catch (NoSuchFileException e) {
        // a session without a workspace, or one that was deleted meanwhile
      }
    }
    return all;
  }
}
