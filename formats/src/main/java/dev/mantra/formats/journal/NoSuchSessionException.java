package dev.mantra.formats.journal;

import java.io.IOException;

/** No session, or more than one, goes by a name that was given. The message is for a person. */
public final class NoSuchSessionException extends IOException {

  private static final long serialVersionUID = 1;

  NoSuchSessionException(String message) {
    super(message);
  }
}
