package dev.mantra.indexer.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can stand before a colon. */
enum QueryField {
  AGENT,
  PROJECT,
  FILE,
  TOOL,
  COMMAND,
  KIND,
  SINCE,
  UNTIL,
  ON,
  TAG,
  HAS;

  /** What {@code kind:} may be. */
  static final List<String> KINDS =
      List.of(
          "session",
          "line",
          "file",
          "user",
          "assistant",
          "thinking",
          "tool",
          "progress",
          "system",
          "summary",
          "snapshot",
          "unknown");

  /** What {@code has:} may be. */
  static final List<String> THINGS =
      List.of(
          "failure",
          "refusal",
          "interruption",
          "edit",
          "diff",
          "image",
          "subagent",
          "abandoned",
          "note",
          "mark",
          "tag",
          "title");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(QueryField::word).toList();
  }

  static Optional<QueryField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
  }

  /** The one of some words that was probably meant by another one. */
  static Optional<String> nearest(String word, List<String> words) {
    int most = word.length() <= 4 ? 1 : 2;
    return words.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** How many letters have to be changed, added, taken away or swapped. */
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
