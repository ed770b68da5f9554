package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.event.WindowSize;
import java.util.Locale;
import java.util.Optional;

/** What the player itself says to the person who watches. */
final class PlayerHelp {

  private static final String KEYS =
      "space pause  . step  \u2190 \u2192 5 s  Shift 10 %  PgUp PgDn 1 min  0-9 tenths"
          + "  < > speed  = normal  [ ] markers  i idle  q quit";

  private PlayerHelp() {}

  /** One line before playing, where the window is too small to show what was recorded. */
  static Optional<Bytes> sizeNote(WindowSize recorded, WindowSize window) {
    return isSmaller(window, recorded)
        ? Optional.of(Bytes.utf8("\033[7m" + smaller(recorded, window) + "\033[0m\r\n"))
        : Optional.empty();
  }

  /** Writes the keys over the window's last line; the cursor stays where it is. */
  static Bytes line(
      long position, long duration, double speed, WindowSize recorded, WindowSize window) {
    var text =
        String.format(
            Locale.ROOT,
            "%s / %s  \u00d7%s  %s%s",
            PositionGrammar.format(position),
            PositionGrammar.format(duration),
            speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed),
            isSmaller(window, recorded) ? smaller(recorded, window) + "  " : "",
            KEYS);
    int width = window.isKnown() ? window.columns() : WindowSize.STANDARD.columns();
    int row = window.isKnown() ? window.rows() : WindowSize.STANDARD.rows();
    // one column is left free: writing the last one would scroll on some terminals
    var shown = text.substring(0, Math.min(text.length(), Math.max(0, width - 1)));
    return Bytes.utf8("\0337\033[" + row + ";1H\033[0;7m" + shown + "\033[K\033[0m\0338");
  }

  private static boolean isSmaller(WindowSize window, WindowSize recorded) {
    return window.isKnown()
        && recorded.isKnown()
        && (window.columns() < recorded.columns() || window.rows() < recorded.rows());
  }

  private static String smaller(WindowSize recorded, WindowSize window) {
    return "the window has "
        + window
        + ", the recording "
        + recorded
        + ": make it larger to see it right";
  }
}
