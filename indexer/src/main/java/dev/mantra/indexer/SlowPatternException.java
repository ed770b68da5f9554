package dev.mantra.indexer;

import java.io.IOException;

/** An expression takes longer than anybody would wait for; the message says what to do. */
public final class SlowPatternException extends IOException {

  private static final long serialVersionUID = 1;

  SlowPatternException(String message, Throwable cause) {
    super(message, cause);
  }
}
