package dev.mantra.cli;

import dev.mantra.replayer.EscapedText;

/**
 * Makes text that came out of a recording harmless: it may name, title or quote anything, and must
 * not be able to drive, hide from or mislead the terminal that shows it.
 */
final class SafeText {

  private SafeText() {}

  /** The text on one line, with everything that is not plainly visible written as an escape. */
  static String of(String text) {
    return EscapedText.line(text);
  }
}
