package dev.mantra.replayer.play;

import dev.mantra.formats.event.Bytes;
import dev.mantra.terminal.Style;

/**
 * A picture as lines that scroll away like other output, without the blank rows at its end:
 * printable text, SGR, CR and LF.
 */
final class PictureText {

  private PictureText() {}

  static Bytes of(Picture picture) {
    var out = new StringBuilder();
    var blanks = new StringBuilder();
    for (int y = 0; y < picture.rows(); y++) {
      int end = used(picture, y);
      if (end > 0) {
        out.append(blanks);
        blanks.setLength(0);
        row(picture, y, end, out);
      }
      blanks.append("\r\n");
    }
    return Bytes.utf8(out.isEmpty() ? "" : out.append("\r\n").toString());
  }

  private static void row(Picture picture, int y, int end, StringBuilder out) {
    var pen = Style.PLAIN;
    for (int x = 0; x < end; x++) {
      var style = picture.style(y, x);
      if (!style.equals(pen)) {
        pen = style;
        StyleSequence.append(out, pen);
      }
      out.append(picture.text(y, x));
    }
    if (!pen.equals(Style.PLAIN)) {
      StyleSequence.append(out, Style.PLAIN);
    }
  }

  /** Also a blank with a background is left out at a row's end: it would be wider elsewhere. */
  private static int used(Picture picture, int y) {
    int end = picture.columns();
    while (end > 0 && picture.text(y, end - 1).equals(Picture.BLANK)) {
      end--;
    }
    return end;
  }
}
