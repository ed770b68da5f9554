package dev.mantra.replayer.play;

/** What was pressed at the keyboard. */
sealed interface Key {

  /** A key that makes a character, or a control character with Ctrl. */
  record Char(int codePoint) implements Key {}

  /** Text that the terminal says was pasted. */
  record Pasted(String text) implements Key {}

  /** A key that makes no character. */
  enum Named implements Key {
    ESCAPE,
    UP,
    DOWN,
    RIGHT,
    LEFT,
    SHIFT_RIGHT,
    SHIFT_LEFT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    DELETE
  }
}
