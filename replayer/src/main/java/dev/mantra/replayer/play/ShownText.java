package dev.mantra.replayer.play;

import dev.mantra.terminal.CharWidth;
import dev.mantra.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes characters of a recording fit to be written to the window. What would act on the terminal,
 * hide or reorder text, or not stay in its cells, becomes {@value #REPLACEMENT}.
 *
 * <p>Whether a character stays in its cells is asked of a small terminal of our own; the answers
 * are kept. Not safe for use by several threads.
 */
final class ShownText {

  static final String REPLACEMENT = "\ufffd";

  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int MOST_KEPT = 8192;

  /** Each printable ASCII character as a text: most cells hold one. */
  private static final String[] ASCII = new String[0x7f];

  static {
    for (char c = ' '; c < ASCII.length; c++) {
      ASCII[c] = String.valueOf(c).intern();
    }
  }

  /** A character as it stands in cells. */
  record Glyph(String text, int width) {}

  private final Terminal probe = new Terminal(8, 1);
  private final Map<String, Boolean> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** A printable ASCII character as a text. */
  static String ascii(char c) {
    return ASCII[c];
  }

  /**
   * What to write for the text of a cell.
   *
   * @param before what stands to its left, as it is written
   */
  String of(String text, int width, String before) {
    int first = text.codePointAt(0);
    if (text.length() == 1 && first < 0x7f) {
      return first >= ' ' ? ASCII[first] : REPLACEMENT;
    }
    var shown = text.codePoints().allMatch(ShownText::isVisible) ? text : REPLACEMENT;
    if (isPlain(shown) && isPlain(before)) {
      return shown;
    }
    return stays(shown, width, before) ? shown : REPLACEMENT;
  }

  /** Whether a terminal is sure to move its cursor by as much as we think it does. */
  static boolean isPlain(String text) {
    int c = text.isEmpty() ? ' ' : text.codePointAt(0);
    return text.length() <= 1
        && (c < 0x300
            || (c >= 0x391 && c < 0x3ca) // Greek
            || (c >= 0x400 && c < 0x483) // Cyrillic
            || (c >= 0x2500 && c < 0x25a0) // borders and blocks
            || (c >= 0x3041 && c < 0x3097) // Hiragana
            || (c >= 0x30a1 && c < 0x30fb) // Katakana
            || (c >= 0x3400 && c < 0x4dc0) // Han
            || (c >= 0x4e00 && c < 0xa000)
            || (c >= 0xac00 && c < 0xd7a4) // Hangul
            || c == REPLACEMENT.charAt(0));
  }

  /** A text of our own or of anybody as single characters that are fit to be written. */
  static List<Glyph> characters(String text) {
    var characters = new ArrayList<Glyph>();
    text.codePoints()
        .forEach(
            c -> {
              int width = CharWidth.of(c);
              if (!isVisible(c)) {
                characters.add(new Glyph(REPLACEMENT, 1));
              } else if (width > 0) {
                characters.add(new Glyph(Character.toString(c), width));
              }
            });
    return characters;
  }

  /** How many columns {@link #characters} of a text take. */
  static int width(String text) {
    return characters(text).stream().mapToInt(Glyph::width).sum();
  }

  /** No control, nothing that reorders or hides text, no half of a surrogate pair. */
  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }

  /** Whether it neither joins what is before it nor takes another width. */
  private boolean stays(String text, int width, String before) {
    var question = width + before + '\n' + text;
    var known = answers.get(question);
    if (known != null) {
      return known;
    }
    probe.feed(("\033c" + before + text).getBytes(StandardCharsets.UTF_8));
    var line = probe.line(0);
    int at = Math.max(1, line.widthAt(0));
    boolean stays =
        line.textAt(0).equals(before)
            && line.textAt(at).equals(text)
            && line.widthAt(at) == width
            && probe.cursorColumn() == at + width;
    answers.put(question, stays);
    return stays;
  }
}
