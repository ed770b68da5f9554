package dev.mantra.formats.workspace;

import java.io.IOException;

/** The bytes of a file are not to be had; the message says why. */
public final class MissingBodyException extends IOException {

  private static final long serialVersionUID = 1;

  MissingBodyException(String message) {
    super(message);
  }

  MissingBodyException(String message, Throwable cause) {
    super(message, cause);
  }
}
