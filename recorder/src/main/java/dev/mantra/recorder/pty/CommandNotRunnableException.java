package dev.mantra.recorder.pty;

/**
 * The command cannot be run. The message is a shell's words for it, the status a shell's status.
 */
public final class CommandNotRunnableException extends Exception {

  private static final long serialVersionUID = 1;

  private static final int NOT_FOUND = 127;
  private static final int NOT_EXECUTABLE = 126;

  private final int status;

  private CommandNotRunnableException(int status, String message) {
    super(message);
    this.status = status;
  }

  static CommandNotRunnableException notFound(String command, String reason) {
    return new CommandNotRunnableException(NOT_FOUND, command + ": " + reason);
  }

  static CommandNotRunnableException notExecutable(String command, String reason) {
    return new CommandNotRunnableException(NOT_EXECUTABLE, command + ": " + reason);
  }

  /** What the shell would see: 127 or 126. */
  public int status() {
    return status;
  }
}
