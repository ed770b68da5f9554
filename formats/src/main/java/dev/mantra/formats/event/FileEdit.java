package dev.mantra.formats.event;

import java.util.Optional;

/**
 * One path of the workspace was one thing and became another, whoever did it.
 *
 * @param group changes that were noticed together have the same number, and no others have it
 * @param path relative to the workspace's folder, with slashes between names, which are bytes
 * @param from where the file was before, if it was renamed
 * @param before absent when nothing was there
 * @param after absent when nothing is there any more
 * @param patch the hunks of a unified diff that make the content after of the content before, for
 *     text that is not too long
 * @param linesAdded how many lines were added, for text
 * @param linesRemoved how many lines were removed, for text
 */
public record FileEdit(
    long group,
    Kind kind,
    Bytes path,
    Optional<Bytes> from,
    Optional<FileState> before,
    Optional<FileState> after,
    Optional<Bytes> patch,
    long linesAdded,
    long linesRemoved) {

  /** What was done. The codes stand in journals and are never used again. */
  public enum Kind {
    ADDED(1),
    /** Its content changed, or a file became a link, or the like. */
    MODIFIED(2),
    DELETED(3),
    /** It was moved here, and perhaps changed as well. */
    RENAMED(4),
    /** Nothing but its permission bits changed. */
    MODE(5),
    /** It was there before, but was ignored until now. */
    FOUND(6);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }

    public static Kind of(int code) {
      for (var kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("unknown kind of file change " + code);
    }
  }

  /** How many bytes it holds, more or less: what it takes to keep it. */
  public long weight() {
    return 256L
        + path.length()
        + from.map(Bytes::length).orElse(0)
        + patch.map(Bytes::length).orElse(0);
  }
}
