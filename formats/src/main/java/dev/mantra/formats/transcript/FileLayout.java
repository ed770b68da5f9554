package dev.mantra.formats.transcript;

import java.nio.charset.StandardCharsets;

/** How the records lie in a transcript's file. */
enum FileLayout {
  /** A record on each line. */
  LINES,
  /** One JSON document, over one line or many. */
  DOCUMENT;

  /** How much of a file's beginning is looked at: the members before a document's messages. */
  static final int LOOKED_AT = 1 << 16;

  /** What a file is that begins with these bytes, whose first line may be cut off. */
  static FileLayout of(byte[] beginning, int length) {
    int from = 0;
    while (from < length && LineEdges.isBlank(beginning[from])) {
      from++;
    }
    int to = from;
    while (to < length && beginning[to] != '\n') {
      to++;
    }
    // no character of more than one byte matters here
    var line = new String(beginning, from, to - from, StandardCharsets.ISO_8859_1).strip();
    boolean isSpread = line.equals("[") || line.equals("{");
    return isSpread || isArrayOfObjects(line) || hasMessages(line) ? DOCUMENT : LINES;
  }

  private static boolean isArrayOfObjects(String line) {
    return line.startsWith("[") && line.substring(1).stripLeading().startsWith("{");
  }

  /** Whether the object has a member {@code messages} that is an array. */
  private static boolean hasMessages(String line) {
    int depth = 0;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '"') {
        int end = stringEnd(line, i + 1);
        if (depth == 1 && line.regionMatches(i, "\"messages\"", 0, 10) && isArray(line, end)) {
          return true;
        }
        i = end;
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        i++;
      }
    }
    return false;
  }

  private static int stringEnd(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) != '"') {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static boolean isArray(String line, int from) {
    var rest = line.substring(Math.min(from, line.length())).stripLeading();
    return rest.startsWith(":") && rest.substring(1).stripLeading().startsWith("[");
  }
}
