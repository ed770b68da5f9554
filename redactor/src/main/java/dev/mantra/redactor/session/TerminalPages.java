package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.terminal.StreamListener;
import dev.mantra.terminal.TerminalOptions;
import dev.mantra.terminal.TracedLine;
import dev.mantra.terminal.TracedTerminal;

/**
 * Reads a terminal's output as pages of text: in the order in which it was written, and, where the
 * cursor went to and fro, also as it stood on the screen.
 */
final class TerminalPages implements StreamListener {
  private static final int FULL = 16_384;
  private static final int KEPT_LINES = 12;
  private static final int KEPT = 4096;
  private static final int MOST_KEPT_FOR_KEY = 32_768;
  private static final int MARGIN = 2;
  private static final String KEY = "-----BEGIN";

  /** When the screen is looked at. */
  enum Looks {
    /** Where the cursor went to and fro: all else is seen as it is written, line by line. */
    WHERE_NEEDED,
    /** Whenever something was written, so that also half a line is seen. */
    ALWAYS
  }

  /** Is told of characters that may stand in several events. */
  @FunctionalInterface
  interface InPieces {
    void read(int codePoint, long offset);
  }

  private final Looks looks;
  private final PlacedPage.Sink sink;
  private final InPieces inPieces;
  private final TracedTerminal terminal;
  private final PlacedPage.Builder written = new PlacedPage.Builder();
  private final WrittenLines line = new WrittenLines(written);
  private final PlacedPage.Builder left = new PlacedPage.Builder();

  /** The row that was printed in last. */
  private int row;

  /** The cursor went to and fro since the screen was looked at. */
  private boolean composed;

  private long lookedAt;
  private int freshFrom;

  TerminalPages(int columns, int rows, Looks looks, PlacedPage.Sink sink, InPieces inPieces) {
    this.looks = looks;
    this.inPieces = inPieces;
    this.sink = sink;
    terminal = new TracedTerminal(columns, rows, TerminalOptions.STANDARD.withScrollback(0), this);
    if (looks == Looks.ALWAYS) {
      compose();
    }
  }

  /** How many bytes were fed. */
  long offset() {
    return terminal.offset();
  }

  void feed(Bytes bytes) {
    var array = bytes.toArray();
    terminal.feed(array, 0, array.length);
    if (!terminal.inSynchronizedUpdate()) {
      look();
    }
    if (written.length() >= FULL) {
      deliver();
    }
  }

  void resize(WindowSize size) {
    if (size.isKnown()) {
      look();
      terminal.resize(size.columns(), size.rows());
    }
  }

  /** The text of the row that is being written, for whoever wants to know what is asked for. */
  String currentRow() {
    var text = new StringBuilder();
    int at = terminal.cursorRow();
    append(terminal.line(at), text);
    return text.toString().strip();
  }

  boolean isAlternateScreen() {
    return terminal.isAlternateScreen();
  }

  /** Delivers what can be read by now; a line that is not complete may go on. */
  void deliverShown() {
    look();
    deliver();
  }

  /** Delivers all that was written so far, also what is not complete. */
  void finish() {
    look();
    line.end();
    deliver();
  }

  // What was written

  @Override
  public void printed(byte[] bytes, int from, int to, long offset) {
    for (int i = from; i < to; ) {
      int b = bytes[i];
      if (b >= 0) {
        int end = i + 1;
        while (end < to && bytes[end] >= 0) {
          end++;
        }
        line.put(bytes, i, end, offset + i - from);
        i = end;
      } else {
        int size = b >= -16 ? 4 : b >= -32 ? 3 : 2;
        line.put(decoded(bytes, i, size), offset + i - from);
        i += size;
      }
    }
    row = terminal.cursorRow();
    if (written.length() >= FULL) {
      deliver();
    }
  }

  private static int decoded(byte[] bytes, int at, int size) {
    int codePoint = bytes[at] & (0xFF >>> (size + 1));
    for (int i = at + 1; i < at + size; i++) {
      codePoint = codePoint << 6 | (bytes[i] & 0x3F);
    }
    return codePoint;
  }

  @Override
  public void printed(int codePoint, long offset) {
    inPieces.read(codePoint, offset);
    line.put(codePoint, offset);
    row = terminal.cursorRow();
  }

  @Override
  public void controlled(int control) {
    switch (control) {
      case '\b' -> line.back();
      case '\t' -> line.tab();
      case '\r' -> line.carriageReturn();
      default -> line.end();
    }
  }

  @Override
  public void skipped(int columns) {
    if (line.isWithin()) {
      compose();
    }
    line.skip(columns);
  }

  @Override
  public void moved() {
    compose();
    if (terminal.cursorRow() == row + 1 && terminal.cursorColumn() == 0) {
      line.endSoftly();
    } else {
      line.end();
    }
    row = terminal.cursorRow();
  }

  @Override
  public void edited() {
    if (line.isWithin()) {
      compose();
    }
    line.erase();
  }

  @Override
  public void wiping() {
    if (composed) {
      look();
    }
  }

  private void deliver() {
    int keep = written.tail(KEPT_LINES, KEPT);
    if (written.length() > freshFrom) {
      var page = written.build(terminal.columns());
      sink.take(page);
      keep = Math.min(keep, openKey(page.text()));
    }
    written.keepFrom(keep);
    freshFrom = written.length();
  }

  /** Where a private key begins that has no end yet; behind the text when there is none. */
  private static int openKey(String text) {
    if (!text.contains(KEY)) {
      return text.length();
    }
    int key = text.lastIndexOf(KEY);
    boolean isOpen = text.indexOf("-----END", key) < 0 && text.length() - key < MOST_KEPT_FOR_KEY;
    return isOpen ? key : text.length();
  }

  // What stood on the screen

  /** From here on, what scrolls away must be seen before. */
  private void compose() {
    if (!composed) {
      composed = true;
      terminal.setLineSink(gone -> append(gone, left));
    }
  }

  /** Takes the rows that were drawn in since the last look, and some around them. */
  private void look() {
    if (!composed) {
      lookedAt = terminal.offset();
      return;
    }
    composed = false;
    terminal.setLineSink(null);
    if (!left.isEmpty()) {
      left.endLine();
      sink.take(left.build(terminal.columns()));
      left.clear();
    }
    int rows = terminal.rows();
    var fresh = new boolean[rows];
    boolean any = false;
    for (int y = 0; y < rows; y++) {
      fresh[y] = terminal.lastDrawn(y) >= lookedAt;
      any |= fresh[y];
    }
    lookedAt = terminal.offset();
    if (any) {
      screen(fresh);
    }
    if (looks == Looks.ALWAYS) {
      compose();
    }
  }

  private void screen(boolean[] fresh) {
    var page = new PlacedPage.Builder();
    boolean wrapped = false;
    for (int y = 0; y < fresh.length; y++) {
      if (wrapped || isNear(fresh, y)) {
        var text = terminal.line(y);
        append(text, page);
        wrapped = text.wrapped();
      } else if (!page.isEmpty()) {
        page.endLine();
        sink.take(page.build(terminal.columns()));
        page.clear();
      }
    }
    if (!page.isEmpty()) {
      page.endLine();
      sink.take(page.build(terminal.columns()));
    }
  }

  private static boolean isNear(boolean[] fresh, int row) {
    for (int y = Math.max(0, row - MARGIN); y < Math.min(fresh.length, row + MARGIN + 1); y++) {
      if (fresh[y]) {
        return true;
      }
    }
    return false;
  }

  private static void append(TracedLine line, PlacedPage.Builder page) {
    int end = line.length();
    while (end > 0 && line.codePointAt(end - 1) == ' ') {
      end--;
    }
    for (int x = 0; x < end; x++) {
      if (!line.isTailAt(x)) {
        page.append(line.codePointAt(x), line.offsetAt(x));
      }
    }
    if (!line.wrapped()) {
      page.endLine();
    }
  }

  private static void append(TracedLine line, StringBuilder text) {
    for (int x = 0; x < line.length(); x++) {
      if (!line.isTailAt(x)) {
        text.appendCodePoint(line.codePointAt(x));
      }
    }
  }
}
