package dev.mantra.recorder.workspace;

import java.io.IOException;

/** The workspace has more files than are captured. */
final class TooManyFilesException extends IOException {

  private static final long serialVersionUID = 1;

  TooManyFilesException(long most) {
    super("it has more than " + most + " files; 'workspace.max_files' sets how many it may have");
  }
}
