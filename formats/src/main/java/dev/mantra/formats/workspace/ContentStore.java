package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Set;

/**
 * Bodies of files, each once for all sessions, compressed (zstd), under their SHA-256:
 *
 * <pre>
 *  contents/ab/cdef….zst    a body                                0600
 *  contents/new-…           one that is being written
 *  contents/lock            held while bodies are added (shared) or deleted (exclusive)
 * </pre>
 *
 * A session lists what it refers to in a file of its own, which is how bodies that nobody needs any
 * more are known. A body is listed first and written then, both under the lock.
 */
public final class ContentStore {

  static final String SUFFIX = ".zst";
  static final String UNFINISHED = "new-";

  private final Path folder;

  /** How much a store holds. */
  public record Usage(long bodies, long bytes) {}

  /** Says which lists of references there are, asked while nothing can be added. */
  @FunctionalInterface
  public interface References {
    List<Path> lists() throws IOException;
  }

  public ContentStore(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  public boolean contains(Bytes sha256) {
    return Files.exists(file(sha256));
  }

  /**
   * Writes a body out.
   *
   * @throws NoSuchFileException when it is not here
   * @throws IOException also when the body is damaged: then what was written is not it
   */
  public void copyTo(Bytes sha256, OutputStream out) throws IOException {
    var file = file(sha256);
    var digest = ContentHash.sha256();
    try (InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
      in.transferTo(new DigestOutputStream(out, digest));
    } catch (MalformedInputException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
    if (!Bytes.wrap(digest.digest()).equals(sha256)) {
      throw new IOException(file + " is damaged: its content is not what its name says");
    }
  }

  /**
   * A body in memory.
   *
   * @param most how many bytes it may have
   * @throws NoSuchFileException when it is not here
   * @throws IOException also when it is damaged or longer
   */
  public byte[] read(Bytes sha256, int most) throws IOException {
    var out = new BoundedOutput(most);
    copyTo(sha256, out);
    return out.toByteArray();
  }

  /** Counts what is there. */
  public Usage usage() throws IOException {
    long bodies = 0;
    long bytes = 0;
    for (var shelf : shelves()) {
      for (var body : list(shelf)) {
        try {
          bytes += Files.size(body);
          bodies++;
        } catch (NoSuchFileException e) {
          // deleted meanwhile
        }
      }
    }
    return new Usage(bodies, bytes);
  }

  /**
   * Deletes the bodies that nobody refers to.
   *
   * @return how much that was
   */
  public Usage sweep(References references) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Usage(0, 0);
    }
    try (var _ = lock(Sharing.ALONE)) {
      var needed = ReferenceList.readAll(references.lists());
      long bodies = 0;
      long bytes = 0;
      for (var shelf : shelves()) {
        for (var body : list(shelf)) {
          if (!needed.contains(name(shelf, body))) {
            bytes += Files.size(body);
            bodies++;
            Files.deleteIfExists(body);
          }
        }
      }
      for (var entry : list(folder)) {
        if (entry.getFileName().toString().startsWith(UNFINISHED)) {
          Files.deleteIfExists(entry);
        }
      }
      return new Usage(bodies, bytes);
    }
  }

  Path file(Bytes sha256) {
    var name = ContentHash.hex(sha256);
    return folder.resolve(name.substring(0, 2)).resolve(name.substring(2) + SUFFIX);
  }

  /** Whether others may hold the lock at the same time. */
  enum Sharing {
    TOGETHER,
    ALONE
  }

  /** Held until it is closed. */
  static final class Held implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Held(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    @Override
    public void close() throws IOException {
      try (channel) {
        lock.release();
      }
    }
  }

  Held lock(Sharing sharing) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    FileLock lock = null;
    try {
      lock = channel.lock(0, Long.MAX_VALUE, sharing == Sharing.TOGETHER);
      return new Held(channel, lock);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  private static String name(Path shelf, Path body) {
    var name = body.getFileName().toString();
    int end = name.endsWith(SUFFIX) ? name.length() - SUFFIX.length() : name.length();
    return shelf.getFileName() + name.substring(0, end);
  }

  private List<Path> shelves() throws IOException {
    return list(folder).stream()
        .filter(entry -> entry.getFileName().toString().length() == 2 && Files.isDirectory(entry))
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
