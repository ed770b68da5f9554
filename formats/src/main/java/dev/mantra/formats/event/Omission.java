package dev.mantra.formats.event;

/**
 * Why something of the workspace is not captured, or not as exactly as it should be. The codes
 * stand in journals and are never used again.
 */
public enum Omission {
  /** The folder is no workspace: a home folder, a file system's root, or another of its size. */
  REFUSED(1),
  /** It could not be read. */
  UNREADABLE(2),
  /** The file is larger than a captured file may be. */
  FILE_LIMIT(3),
  /** The session had captured as much as one session may. */
  SESSION_LIMIT(4),
  /** The content store had grown as large as it may, or the disk was full. */
  QUOTA(5),
  /** It changed each time it was read. */
  CHANGING(6),
  /** It is no file, folder or symbolic link. */
  SPECIAL(7),
  /** The workspace has more files than are captured. */
  FILE_COUNT(8),
  /** The system watches no more folders: changes are found by comparing, and so later. */
  WATCH_LIMIT(9),
  /** It had changed before it was first looked at, so what it was at the start is presumed. */
  LATE(10),
  /** The recording ended before it was looked at. */
  ENDED(11);

  private final int code;

  Omission(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Omission of(int code) {
    for (var omission : values()) {
      if (omission.code == code) {
        return omission;
      }
    }
    throw new IllegalArgumentException("unknown omission " + code);
  }
}
