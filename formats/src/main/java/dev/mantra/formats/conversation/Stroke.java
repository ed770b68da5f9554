package dev.mantra.formats.conversation;

/** A key that does something to the line that is being typed. */
enum Stroke {
  SUBMIT,
  NEW_LINE,
  LEFT,
  RIGHT,
  WORD_LEFT,
  WORD_RIGHT,
  HOME,
  END,
  BACKSPACE,
  DELETE,
  CUT_TO_START,
  CUT_TO_END,
  CUT_WORD,
  CUT_NEXT_WORD,
  /** Brings in a text that was not typed: an earlier line, or what was cut. */
  RECALL,
  COMPLETE,
  CANCEL,
  ESCAPE
}
