package dev.mantra.recorder.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What stat(2) says of a file: as long as that is the same, the file is, too, as far as one can
 * tell without reading it. Times are in nanoseconds since 1970.
 *
 * @param mode the permission bits
 * @param modified when its content was written last
 * @param changed when anything of it was changed last; programs cannot set it
 * @param born when it was made, where the file system says so
 */
record Stamp(
    Type type,
    int mode,
    long size,
    long modified,
    long changed,
    long inode,
    long device,
    long born) {

  private static final String WANTED = "unix:mode,size,lastModifiedTime,ctime,ino,dev,creationTime";

  private static final int TYPE_BITS = 0170000;
  private static final int PERMISSION_BITS = 07777;

  /** What sort of thing stands at a path. */
  enum Type {
    FILE,
    LINK,
    FOLDER,
    /** A device, a pipe, a socket. */
    OTHER
  }

  static Stamp of(Path path) throws IOException {
    Map<String, Object> told = Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS);
    int mode = (int) number(told, "mode");
    return new Stamp(
        type(mode & TYPE_BITS),
        mode & PERMISSION_BITS,
        number(told, "size"),
        nanos(told, "lastModifiedTime"),
        nanos(told, "ctime"),
        number(told, "ino"),
        number(told, "dev"),
        nanos(told, "creationTime"));
  }

  /** A time as stamps have it: nanoseconds since 1970. */
  static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  /**
   * Whether nothing was done to it since. A folder's own times change with what is in it, which is
   * looked at by itself.
   */
  boolean isUnchangedSince(Stamp before) {
    return type == Type.FOLDER
        ? before.type == Type.FOLDER && before.mode == mode && before.isSameFile(this)
        : equals(before);
  }

  /** A stamp that nothing has, so that everything counts as changed. */
  Stamp unlikeAny() {
    return new Stamp(type, mode, size, modified, Long.MIN_VALUE, inode, device, born);
  }

  /** What a file is taken to have been that nobody looked at. */
  static Stamp presumed(int mode, long size) {
    return new Stamp(Type.FILE, mode, size, 0, Long.MIN_VALUE, -1, -1, 0);
  }

  /** Whether it is the same file, perhaps at another place. */
  boolean isSameFile(Stamp other) {
    return inode == other.inode && device == other.device && born == other.born;
  }

  /** Whether its content is that of before, for a file that was moved. */
  boolean hasContentOf(Stamp before) {
    return isSameFile(before)
        && type == before.type
        && size == before.size
        && modified == before.modified;
  }

  private static Type type(int bits) {
    return switch (bits) {
      case 0100000 -> Type.FILE;
      case 0120000 -> Type.LINK;
      case 0040000 -> Type.FOLDER;
      default -> Type.OTHER;
    };
  }

  private static long number(Map<String, Object> told, String name) {
    return told.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static long nanos(Map<String, Object> told, String name) {
    return told.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
  }
}
