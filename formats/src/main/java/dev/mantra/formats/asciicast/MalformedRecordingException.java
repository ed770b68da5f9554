package dev.mantra.formats.asciicast;

import java.io.IOException;
import java.nio.file.Path;

/** A file cannot be read as a recording at all; the message names file, place and reason. */
public final class MalformedRecordingException extends IOException {

  private static final long serialVersionUID = 1;

  private MalformedRecordingException(Problem problem) {
    super(problem.toString());
  }

  static MalformedRecordingException atLine(Path file, long number, String reason) {
    return new MalformedRecordingException(new Problem(file, Problem.Unit.LINE, number, reason));
  }

  static MalformedRecordingException atByte(Path file, long offset, String reason) {
    return new MalformedRecordingException(new Problem(file, Problem.Unit.BYTE, offset, reason));
  }
}
