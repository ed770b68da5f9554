package dev.mantra.formats.derived;

import java.io.IOException;

/** A derived file could not be written. Nothing is lost but time. */
public final class CacheUnusableException extends IOException {

  private static final long serialVersionUID = 1;

  CacheUnusableException(IOException cause) {
    super(cause);
  }
}
