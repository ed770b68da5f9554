package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.List;

/** Applies hunks to exactly the text they were made of: nothing is searched for or guessed. */
final class PatchReader {

  private static final String HEADER = "@@ -";

  private final List<String> patch;
  private final StringBuilder out = new StringBuilder();

  PatchReader(Bytes hunks) {
    this.patch = PatchLines.of(hunks.toArray());
  }

  byte[] apply(List<String> before) {
    int at = 0;
    for (int i = 0; i < patch.size(); i++) {
      var line = patch.get(i);
      if (line.startsWith(HEADER)) {
        int hunk = start(line, i);
        if (hunk < at || hunk > before.size()) {
          throw foreign(i);
        }
        before.subList(at, hunk).forEach(out::append);
        at = hunk;
        continue;
      }
      if (line.equals(Hunks.NO_LINE_FEED)) {
        continue;
      }
      var text = text(i);
      switch (line.charAt(0)) {
        case ' ', '-' -> {
          if (at >= before.size() || !before.get(at).equals(text)) {
            throw foreign(i);
          }
          at++;
          if (line.charAt(0) == ' ') {
            out.append(text);
          }
        }
        case '+' -> out.append(text);
        default -> throw new IllegalArgumentException("line " + (i + 1) + " is no line of a patch");
      }
    }
    before.subList(at, before.size()).forEach(out::append);
    return PatchLines.toBytes(out);
  }

  /** How many lines stand before a hunk: {@code @@ -first,count +first,count @@}. */
  private static int start(String header, int i) {
    int comma = header.indexOf(',');
    int end = header.indexOf(' ', HEADER.length());
    if (comma < 0 || end < comma) {
      throw foreign(i);
    }
    try {
      int first = Integer.parseInt(header, HEADER.length(), comma, 10);
      int count = Integer.parseInt(header, comma + 1, end, 10);
      return count == 0 ? first : first - 1;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line " + (i + 1) + " is no head of a hunk", e);
    }
  }

  /** A line's text: without its line feed when the next line says that it has none. */
  private String text(int i) {
    var line = patch.get(i);
    boolean bare = i + 1 < patch.size() && patch.get(i + 1).equals(Hunks.NO_LINE_FEED);
    return line.substring(1, bare ? line.length() - 1 : line.length());
  }

  private static IllegalArgumentException foreign(int i) {
    return new IllegalArgumentException("line " + (i + 1) + " of the patch does not fit the text");
  }
}
