package dev.mantra.replayer.export;

import dev.mantra.replayer.EscapedText;

/**
 * Recorded text as a spreadsheet may be given it: programs take what begins with certain characters
 * for a formula, which could read and send things, so an apostrophe is put before it.
 */
final class CsvCell {

  /** See OWASP, "CSV Injection"; the wide forms count in some languages. */
  private static final String FORMULA = "=+-@\t\n\uff1d\uff0b\uff0d\uff20";

  private CsvCell() {}

  static String of(String text) {
    var visible = EscapedText.lines(text);
    return !visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0 ? "'" + visible : visible;
  }
}
