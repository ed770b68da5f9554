package dev.mantra.formats.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks from outside. As long as a journal that nobody records into looks the same,
 * nothing was written to it: what was derived from it is good without reading it.
 *
 * @param size in bytes; -1 when there is no file
 * @param modified when it was last written to, in nanoseconds since 1970
 */
public record FileStamp(long size, long modified) {

  public static final FileStamp NO_FILE = new FileStamp(-1, 0);

  // Written out because every start compares many: see SessionId.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileStamp stamp && size == stamp.size && modified == stamp.modified;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) * 31 + Long.hashCode(modified);
  }

  static FileStamp of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  static FileStamp ofAnyFile(Path file) throws IOException {
    // Asked first: most are not there, and an exception for each would take long.
    if (!Files.exists(file)) {
      return NO_FILE;
    }
    try {
      return of(file);
    } catch (NoSuchFileException e) {
      return NO_FILE;
    }
  }
}
