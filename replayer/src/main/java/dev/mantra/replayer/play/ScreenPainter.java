package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.terminal.CursorShape;
import dev.mantra.terminal.Style;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a window shows into what it is to show, with the difference alone.
 *
 * <p>What is written here is all that a player which draws ever writes to the terminal: printable
 * text, CUP, SGR, ED 2, EL 0, DECSCUSR, and the modes 25 (cursor), 7 (autowrap), 1049 (alternate
 * screen) and 2026 (synchronised update). Nothing a recording holds gets into a sequence.
 */
final class ScreenPainter {

  /** So few unchanged cells are written again rather than jumped over. */
  private static final int SHORT = 4;

  private static final int UNKNOWN = -1;

  private final StringBuilder out = new StringBuilder();
  private @Nullable Picture shown;
  private @Nullable Style pen;
  private boolean cursorShown;
  private CursorShape shape = CursorShape.BLOCK;

  /** Where the terminal's cursor is; {@link #UNKNOWN} where one cannot be sure. */
  private int row = UNKNOWN;

  private int column = UNKNOWN;

  /** Takes the terminal over, on its alternate screen. Autowrap is off so that nothing scrolls. */
  Bytes enter() {
    forget();
    cursorShown = false;
    return Bytes.utf8("\033[?1049h\033[?7l\033[?25l");
  }

  /** Gives the terminal back as it was. */
  Bytes leave() {
    forget();
    var form = shape == CursorShape.BLOCK ? "" : "\033[0 q";
    shape = CursorShape.BLOCK;
    return Bytes.utf8("\033[?2026l\033[0m" + form + "\033[?7h\033[?25h\033[?1049l");
  }

  /** The window may show anything now: the next picture is painted whole. */
  void forget() {
    shown = null;
    pen = null;
    row = UNKNOWN;
    column = UNKNOWN;
  }

  /** What makes the window show a picture; no bytes when it does already. The picture is kept. */
  Bytes paint(Picture picture) {
    out.setLength(0);
    var before = shown;
    if (before == null
        || before.columns() != picture.columns()
        || before.rows() != picture.rows()) {
      forget();
      pen(Style.PLAIN);
      out.append("\033[2J");
      before = new Picture(picture.columns(), picture.rows());
    }
    for (int y = 0; y < picture.rows(); y++) {
      paintRow(before, picture, y);
    }
    boolean drawn = !out.isEmpty();
    boolean hidden = drawn && cursorShown;
    paintCursor(picture.cursor(), hidden);
    shown = picture;
    if (!drawn) {
      return Bytes.utf8(out.toString());
    }
    var hide = hidden ? "\033[?25l" : "";
    return Bytes.utf8("\033[?2026h" + hide + out + "\033[?2026l");
  }

  private void paintRow(Picture before, Picture now, int y) {
    int used = used(now, y);
    int last = UNKNOWN;
    for (int x = 0; x < used; x += width(now, y, x)) {
      if (differs(before, now, y, x)) {
        if (row != y || column != x) {
          moveOver(now, y, last, x);
        }
        print(now, y, x);
        last = x;
      }
    }
    for (int x = used; x < now.columns(); x++) {
      if (differs(before, now, y, x)) {
        moveTo(y, used);
        pen(Style.PLAIN);
        out.append("\033[K");
        return;
      }
    }
  }

  /** Gets to a place to the right: by writing what is between anew where that is shorter. */
  private void moveOver(Picture now, int y, int last, int x) {
    if (last != UNKNOWN && row == y && column != UNKNOWN && x - column <= SHORT) {
      for (int between = column; between < x; between++) {
        if (now.text(y, between).length() != 1
            || !ShownText.isPlain(now.text(y, between))
            || now.text(y, between + 1).equals(Picture.TAIL)
            || !now.style(y, between).equals(pen)) {
          moveTo(y, x);
          return;
        }
      }
      for (int between = column; between < x; between++) {
        out.append(now.text(y, between));
      }
      column = x;
      return;
    }
    moveTo(y, x);
  }

  private void print(Picture now, int y, int x) {
    var text = now.text(y, x);
    pen(now.style(y, x));
    out.append(text);
    int end = x + width(now, y, x);
    // a terminal may take some characters for wider or narrower than we do
    boolean sure = ShownText.isPlain(text) && end < now.columns();
    row = y;
    column = sure ? end : UNKNOWN;
  }

  private void paintCursor(Optional<Picture.Cursor> cursor, boolean hidden) {
    if (cursor.isEmpty()) {
      if (cursorShown && !hidden) {
        out.append("\033[?25l");
      }
      cursorShown = false;
      return;
    }
    var to = cursor.get();
    moveTo(to.row(), to.column());
    if (to.shape() != shape) {
      shape = to.shape();
      out.append("\033[").append(number(shape)).append(" q");
    }
    if (!cursorShown || hidden) {
      out.append("\033[?25h");
    }
    cursorShown = true;
  }

  /** Steady forms: blinking is the terminal's own affair. */
  private static int number(CursorShape shape) {
    return switch (shape) {
      case BLOCK -> 2;
      case UNDERLINE -> 4;
      case BAR -> 6;
    };
  }

  private void moveTo(int y, int x) {
    if (row != y || column != x) {
      out.append("\033[").append(y + 1).append(';').append(x + 1).append('H');
      row = y;
      column = x;
    }
  }

  private void pen(Style style) {
    if (!style.equals(pen)) {
      pen = style;
      StyleSequence.append(out, style);
    }
  }

  private static boolean differs(Picture before, Picture now, int y, int x) {
    if (cellDiffers(before, now, y, x)) {
      return true;
    }
    return width(now, y, x) == 2 && cellDiffers(before, now, y, x + 1);
  }

  private static boolean cellDiffers(Picture before, Picture now, int y, int x) {
    return !before.text(y, x).equals(now.text(y, x)) || !before.style(y, x).equals(now.style(y, x));
  }

  private static int width(Picture picture, int y, int x) {
    return x + 1 < picture.columns() && picture.text(y, x + 1).equals(Picture.TAIL) ? 2 : 1;
  }

  /** The column behind the last one that is not plainly blank. */
  private static int used(Picture picture, int y) {
    int end = picture.columns();
    while (end > 0
        && picture.text(y, end - 1).equals(Picture.BLANK)
        && picture.style(y, end - 1).equals(Style.PLAIN)) {
      end--;
    }
    return end;
  }
}
