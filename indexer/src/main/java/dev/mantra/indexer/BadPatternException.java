package dev.mantra.indexer;

/** An expression that cannot be looked for; the message is for the person who wrote it. */
public final class BadPatternException extends Exception {

  private static final long serialVersionUID = 1;

  BadPatternException(String message) {
    super(message);
  }

  BadPatternException(String message, Throwable cause) {
    super(message, cause);
  }
}
