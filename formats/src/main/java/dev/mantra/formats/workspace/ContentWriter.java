package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Omission;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the bodies of one session to the content store. Each is there whole, or it is not there.
 *
 * <p>For one thread.
 */
public final class ContentWriter implements AutoCloseable {

  /** So much of the disk is left to others. */
  private static final long LEAST_FREE = 256L << 20;

  /** Between two looks at how much of the disk is free, so many bytes may be written. */
  private static final long LOOK_EVERY = 8L << 20;

  private static final int MOST_FORCED = 250;

  private static final FileAttribute<?> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final ContentStore store;
  private final Path references;
  private final Limits limits;
  private final ZstdJavaCompressor compressor = new ZstdJavaCompressor();
  private final List<Path> unforced = new ArrayList<>();
  private @Nullable ReferenceList list;
  private long written;
  private long others;
  private long sinceLook = LOOK_EVERY;
  private long temporary;

  /**
   * How many bytes, as they lie on the disk, may be added.
   *
   * @param session by this session
   * @param store until the whole store holds so many
   */
  public record Limits(long session, long store) {}

  /** There is no room for a body. */
  public static final class FullException extends IOException {
    private static final long serialVersionUID = 1;
    private final Omission why;

    FullException(Omission why, String message) {
      super(message);
      this.why = why;
    }

    public Omission why() {
      return why;
    }
  }

  /**
   * @param references the file in which this session lists its bodies
   */
  public ContentWriter(ContentStore store, Path references, Limits limits) {
    this.store = store;
    this.references = references;
    this.limits = limits;
  }

  /** Adds a body unless it is there, and returns its SHA-256. */
  public Bytes put(byte[] body) throws IOException {
    var hash = ContentHash.of(body);
    open();
    try (var _ = store.lock(ContentStore.Sharing.TOGETHER)) {
      refer(hash);
      if (!isThere(hash)) {
        checkRoom();
        var packed = new byte[compressor.maxCompressedLength(body.length)];
        int length = compressor.compress(body, 0, body.length, packed, 0, packed.length);
        var file = temporary();
        try (var out = create(file)) {
          var buffer = ByteBuffer.wrap(packed, 0, length);
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        }
        publish(file, hash, length);
      }
    }
    return hash;
  }

  /** Adds a body of any length unless it is there, and returns its SHA-256. */
  public Bytes put(InputStream body) throws IOException {
    open();
    try (var _ = store.lock(ContentStore.Sharing.TOGETHER)) {
      checkRoom();
      var digest = ContentHash.sha256();
      var file = temporary();
      try {
        long length;
        try (var channel = create(file)) {
          try (var out = new ZstdOutputStream(Channels.newOutputStream(channel))) {
            new DigestInputStream(body, digest).transferTo(out);
          }
          length = Files.size(file);
        }
        var hash = Bytes.wrap(digest.digest());
        refer(hash);
        if (!isThere(hash)) {
          publish(file, hash, length);
        }
        return hash;
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Lists a body that is there already, so that it stays. */
  public void refer(Bytes sha256) throws IOException {
    openList().add(sha256);
  }

  /**
   * Writes references and bodies through to the disk, unless they are so many that this would take
   * long: then the system does it within half a minute, as with all files.
   */
  public void force() throws IOException {
    if (list == null) {
      return;
    }
    list.force();
    if (unforced.size() < MOST_FORCED) {
      for (var file : unforced) {
        force(file);
      }
    }
    unforced.clear();
  }

  @Override
  public void close() throws IOException {
    if (list != null) {
      list.close();
    }
  }

  private void open() throws IOException {
    if (list == null) {
      createFolder(store.folder());
      others = store.usage().bytes();
      openList();
    }
  }

  private ReferenceList openList() throws IOException {
    if (list == null) {
      list = ReferenceList.append(references);
    }
    return list;
  }

  /** An empty file is what a power cut may leave of a body. */
  private boolean isThere(Bytes hash) {
    try {
      return Files.size(store.file(hash)) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void checkRoom() throws IOException {
    if (written > limits.session()) {
      throw new FullException(Omission.SESSION_LIMIT, "the session has its share of bodies");
    }
    if (others + written > limits.store()) {
      throw new FullException(Omission.QUOTA, "the content store is as large as it may be");
    }
    if (sinceLook >= LOOK_EVERY) {
      if (Files.getFileStore(store.folder()).getUsableSpace() < LEAST_FREE) {
        throw new FullException(Omission.QUOTA, "the disk is full");
      }
      sinceLook = 0;
    }
  }

  private void publish(Path file, Bytes hash, long length) throws IOException {
    var target = store.file(hash);
    createFolder(target.resolveSibling("."));
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    written += length;
    sinceLook += length;
    if (unforced.size() < MOST_FORCED) {
      unforced.add(target);
    }
  }

  private Path temporary() {
    return store
        .folder()
        .resolve(
            ContentStore.UNFINISHED
                + ProcessHandle.current().pid()
                + "-"
                + System.identityHashCode(this)
                + "-"
                + temporary++);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE),
        PRIVATE_FILE);
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    } catch (NoSuchFileException e) {
      // Somebody deleted it: it is as gone on the disk as it is here.
      return;
    }
  }

  private static void createFolder(Path folder) throws IOException {
    var wanted = folder.normalize();
    if (!Files.isDirectory(wanted)) {
      try {
        Files.createDirectories(wanted, PRIVATE_FOLDER);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(wanted)) {
          throw e;
        }
      }
    }
  }
}
