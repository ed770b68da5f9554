package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.TypedLine.Accuracy;

/** The line that is being typed, with its cursor, as line editors keep it. */
final class Draft {

  private final StringBuilder text = new StringBuilder();
  private int cursor;
  private boolean isGuessed;

  boolean isEmpty() {
    return text.isEmpty() && !isGuessed;
  }

  String text() {
    return text.toString();
  }

  Accuracy accuracy() {
    return isGuessed ? Accuracy.GUESSED : Accuracy.EXACT;
  }

  void clear() {
    text.setLength(0);
    cursor = 0;
    isGuessed = false;
  }

  /** From now on the program may have another text than this. */
  void doubt() {
    isGuessed = true;
  }

  void insert(int codePoint) {
    if (text.length() < TypedLines.MOST) {
      var character = Character.toString(codePoint);
      text.insert(cursor, character);
      cursor += character.length();
    }
  }

  /** Takes away a backslash before the cursor: with Enter it begins a new line. */
  boolean takeBackslash() {
    if (cursor == 0 || text.charAt(cursor - 1) != '\\') {
      return false;
    }
    cut(cursor - 1, cursor);
    return true;
  }

  void left() {
    cursor = before();
  }

  void right() {
    cursor = after();
  }

  void wordLeft() {
    cursor = wordStart();
  }

  void wordRight() {
    cursor = wordEnd();
  }

  void home() {
    cursor = lineStart();
  }

  void end() {
    cursor = lineEnd();
  }

  void backspace() {
    cut(before(), cursor);
  }

  void delete() {
    cut(cursor, after());
  }

  void cutToStart() {
    cut(lineStart(), cursor);
  }

  void cutToEnd() {
    cut(cursor, lineEnd());
  }

  void cutWord() {
    cut(wordStart(), cursor);
  }

  void cutNextWord() {
    cut(cursor, wordEnd());
  }

  private void cut(int from, int to) {
    text.delete(from, to);
    cursor = from;
  }

  private int before() {
    return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
  }

  private int after() {
    return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
  }

  private int lineStart() {
    return text.lastIndexOf("\n", cursor - 1) + 1;
  }

  private int lineEnd() {
    int end = text.indexOf("\n", cursor);
    return end < 0 ? text.length() : end;
  }

  private int wordStart() {
    int at = cursor;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int wordEnd() {
    int at = cursor;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
