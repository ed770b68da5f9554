package dev.mantra.formats.event;

/** Why a session ended. The codes stand in journals and are never used again. */
public enum EndReason {
  /** The recorded program ended. */
  EXITED(0),
  /** The terminal went away. */
  HANGUP(1),
  /** The recorder was told to stop. */
  TERMINATED(2),
  /** The program outlived its terminal and went on without being recorded. */
  DETACHED(3),
  /** The session was read from another recording, which ends here. */
  IMPORTED(4);

  private final int code;

  EndReason(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static EndReason of(int code) {
    for (var reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new IllegalArgumentException("unknown end reason " + code);
  }
}
