package dev.mantra.redactor;

/** A file of rules cannot be used. The message says which one, where and why. */
public final class InvalidRulesException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidRulesException(String message) {
    super(message);
  }
}
