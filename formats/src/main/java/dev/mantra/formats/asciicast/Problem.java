package dev.mantra.formats.asciicast;

import java.nio.file.Path;

/**
 * Something in a recording that could not be read as it stands; all the rest was.
 *
 * @param number of the line (from 1), or how many bytes or characters precede it (from 0)
 */
public record Problem(Path file, Unit unit, long number, String reason) {

  /** What a place in a file is counted in. */
  public enum Unit {
    LINE,
    BYTE,
    CHARACTER;

    private String label() {
      return switch (this) {
        case LINE -> "line";
        case BYTE -> "byte";
        case CHARACTER -> "character";
      };
    }
  }

  private static final int MOST = 300;

  public Problem {
    // a reason may quote the file: it must not be able to drive the terminal that shows it
    reason = printable(reason);
  }

  /** One line for a person: file, place and reason. */
  @Override
  public String toString() {
    return printable(file.toString()) + ", " + unit.label() + " " + number + ": " + reason;
  }

  private static String printable(String text) {
    var clean = new StringBuilder(Math.min(text.length(), MOST));
    text.codePoints()
        .limit(MOST)
        .map(c -> isPrintable(c) ? c : '?')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
