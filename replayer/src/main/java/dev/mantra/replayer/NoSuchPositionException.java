package dev.mantra.replayer;

/** A position is well written but is not in this session; the message tells what there is. */
public final class NoSuchPositionException extends Exception {

  private static final long serialVersionUID = 1;

  NoSuchPositionException(String message) {
    super(message);
  }

  NoSuchPositionException(String message, Throwable cause) {
    super(message, cause);
  }
}
