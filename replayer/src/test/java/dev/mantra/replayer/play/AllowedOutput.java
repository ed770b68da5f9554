package dev.mantra.replayer.play;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what a player wrote to a terminal and throws on the first thing that is not on the list of
 * what it may write. Strict: well-formed UTF-8, each sequence in exactly the form it is listed in.
 */
final class AllowedOutput {

  private static final String NUMBER = "[1-9][0-9]{0,4}";

  /** Sequences after CSI. */
  private static final List<Pattern> SEQUENCES =
      List.of(
          Pattern.compile(NUMBER + ";" + NUMBER + "H"), // CUP
          Pattern.compile("2J"), // ED
          Pattern.compile("K"), // EL
          Pattern.compile("0(;[0-9]+(:[0-9]*)*)*m"), // SGR, always from the plain style on
          Pattern.compile("[0246] q"), // DECSCUSR
          Pattern.compile("\\?(7|25|1049|2026)[hl]"));

  private static final int LONGEST = 80;

  private AllowedOutput() {}

  /** Returns how many sequences there were. */
  static int check(byte[] output) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(output)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("what was written is not UTF-8", e);
    }
    // lines only behind the point where the window was given back
    int givenBack = text.lastIndexOf("\033[?1049l");
    int sequences = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == 0x1b) {
        i += sequence(text, i);
        sequences++;
      } else if (isText(c) || ((c == '\r' || c == '\n') && i > givenBack && givenBack >= 0)) {
        i += Character.charCount(c);
      } else {
        throw new AssertionError(
            "U+" + Integer.toHexString(c) + " was written, behind " + before(text, i));
      }
    }
    return sequences;
  }

  private static int sequence(String text, int start) {
    var rest = text.substring(start, Math.min(text.length(), start + LONGEST));
    if (rest.startsWith("\033[")) {
      var end = Pattern.compile("[@-~]").matcher(rest).region(2, rest.length());
      if (end.find()) {
        var sequence = rest.substring(2, end.end());
        if (SEQUENCES.stream().anyMatch(allowed -> allowed.matcher(sequence).matches())) {
          return end.end();
        }
      }
    }
    throw new AssertionError(
        "ESC" + rest.substring(1) + " was written, behind " + before(text, start));
  }

  /** No control, nothing that hides or reorders text; a joiner only within a character. */
  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == 0x200d;
      default -> true;
    };
  }

  private static String before(String text, int at) {
    return "'" + text.substring(Math.max(0, at - 30), at).replace("\033", "ESC") + "'";
  }
}
