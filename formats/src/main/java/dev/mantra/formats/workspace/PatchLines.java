package dev.mantra.formats.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text's lines with their line feeds, a character for each byte. */
final class PatchLines {

  private PatchLines() {}

  static List<String> of(byte[] text) {
    var lines = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(line(text, start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length) {
      lines.add(line(text, start, text.length));
    }
    return lines;
  }

  static byte[] toBytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
