package dev.mantra.replayer;

import java.io.IOException;

/** A derived file could not be written. Nothing is lost but time. */
final class CacheUnusableException extends IOException {

  private static final long serialVersionUID = 1;

  CacheUnusableException(IOException cause) {
    super(cause);
  }
}
