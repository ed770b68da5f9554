package dev.mantra.replayer.render;

/**
 * Takes out of recorded text what is not seen: it could drive, reorder or hide what is around it.
 * Everything that has a shape stays.
 */
final class VisibleText {

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;
  private static final int REPLACEMENT = 0xFFFD;

  private VisibleText() {}

  /** The text that is seen; what can be in no document at all becomes U+FFFD. */
  static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    var visible = new StringBuilder(text.length());
    int before = 0;
    boolean flag = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      // The flags of England, Scotland and Wales are spelled in tags; elsewhere tags are hidden
      // text.
      flag = c == BLACK_FLAG || (flag && c >= FIRST_TAG && c <= LAST_TAG);
      if (!isHidden(c, before, flag)) {
        visible.appendCodePoint(isText(c) ? c : REPLACEMENT);
      }
      before = c;
    }
    return visible.toString();
  }

  private static boolean isHidden(int c, int before, boolean flag) {
    if (Character.getType(c) != Character.FORMAT) {
      return false;
    }
    if (c == ZERO_WIDTH_JOINER) {
      return before == 0; // it joins emoji and the letters of some scripts
    }
    return !flag && !isPrepended(c);
  }

  /** Marks of Arabic, Syriac and Kaithi that count as format characters but have a shape. */
  private static boolean isPrepended(int c) {
    return switch (c) {
      case 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F -> true;
      case 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD -> true;
      default -> false;
    };
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // The last two of each plane are no characters, and XML takes them for an error.
      default -> (c & 0xFFFE) != 0xFFFE;
    };
  }
}
