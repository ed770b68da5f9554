package dev.mantra.terminal;

/** What DECSC keeps: position, pen, origin mode and character sets. One for each screen. */
final class SavedCursor {
  final Cursor cursor = new Cursor();
  final Pen pen = new Pen();
  boolean origin;
  long charsets = new Charsets().save();

  void reset() {
    cursor.set(0, 0);
    pen.reset();
    pen.link = 0;
    pen.guarded = false;
    origin = false;
    charsets = new Charsets().save();
  }
}
