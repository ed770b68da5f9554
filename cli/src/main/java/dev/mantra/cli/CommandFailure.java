package dev.mantra.cli;

/**
 * A command cannot do what it was asked to. The message says what was tried, on what, why it failed
 * and what to do.
 */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ExitCode code;

  CommandFailure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  CommandFailure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }

  /** The message, which is never absent. */
  String text() {
    return String.valueOf(getMessage());
  }
}
