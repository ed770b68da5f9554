package dev.mantra.terminal;

import org.jspecify.annotations.Nullable;

/** A text that is on the screen. */
final class ShownLine {

  final String text;
  long since;

  /** The line it is, once it counts. */
  LineLog.@Nullable Entry entry;

  ShownLine(String text, long since) {
    this.text = text;
    this.since = since;
  }

  /** Whether another text begins with this one. */
  boolean grewTo(String other) {
    return other.length() > text.length() && other.startsWith(text);
  }

  /** The same line with more text. */
  ShownLine grown(String newText, long now) {
    var grown = new ShownLine(newText, now);
    grown.entry = entry;
    if (entry != null) {
      entry.text = newText;
    }
    return grown;
  }

  /** What stays the same of a line whose numbers tick or whose spinner turns. */
  String shape() {
    var shape = new StringBuilder();
    boolean digits = false;
    boolean letters = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = Character.isLetter(c);
      if (letter || (digit && !digits)) {
        shape.append(digit ? '0' : c);
      }
      letters |= letter;
      digits = digit || (digits && (c == '.' || c == ',' || c == ':'));
    }
    return letters ? shape.toString() : text;
  }
}
