package dev.mantra.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** All that a terminal remembers besides the parser: what a {@link Keyframe} writes down. */
final class State {
  /** So many images are remembered; a stream can hold any number of them. */
  private static final int MOST_IMAGES = 1024;

  final TerminalOptions options;
  final Screen screen;
  final Eraser eraser;
  final Rectangles rectangles;
  final Titles titles = new Titles();
  final Palette palette = new Palette();
  final Keyboard keyboard = new Keyboard();
  final Frames frames = new Frames();
  final Deque<Image> images = new ArrayDeque<>();

  /** DECSCUSR's parameter. */
  int cursorStyle;

  /** How often the stream asked the terminal something; nothing is ever answered. */
  long queries;

  /** The folder that OSC 7 told last, as the stream wrote it. */
  String workingDirectory = "";

  private @Nullable Parser parser;

  State(int columns, int rows, TerminalOptions options) {
    this.options = options;
    screen = new Screen(columns, rows, options);
    eraser = new Eraser(screen);
    rectangles = new Rectangles(screen);
  }

  void attach(Parser newParser) {
    parser = newParser;
  }

  Parser parser() {
    Parser attached = parser;
    if (attached == null) {
      throw new IllegalStateException("a terminal attaches its parser when it is made");
    }
    return attached;
  }

  /** RIS. */
  void reset() {
    screen.reset(options.widthPolicy());
    eraser.guard = Eraser.Guard.NONE;
    rectangles.exact = false;
    titles.reset();
    palette.reset();
    keyboard.reset();
    frames.reset();
    cursorStyle = 0;
    workingDirectory = "";
  }

  /** DECSTR, as xterm does it: the screen's text and the cursor's place stay. */
  void softReset() {
    Modes modes = screen.modes;
    modes.set(Mode.INSERT, false);
    modes.set(Mode.ORIGIN, false);
    modes.set(Mode.AUTOWRAP, true);
    modes.set(Mode.CURSOR_VISIBLE, true);
    modes.set(Mode.APPLICATION_CURSOR_KEYS, false);
    modes.set(Mode.APPLICATION_KEYPAD, false);
    modes.set(Mode.REVERSE_WRAP, false);
    modes.set(Mode.LEFT_RIGHT_MARGINS, false);
    screen.resetMargins();
    screen.charsets.reset();
    screen.pen.reset();
    screen.pen.guarded = false;
    eraser.guard = Eraser.Guard.NONE;
    (screen.isAlternate() ? screen.savedAlternate : screen.savedMain).reset();
  }

  void addImage(Image.Protocol protocol) {
    images.add(
        new Image(
            protocol,
            screen.scrolledOff + screen.cursor.row,
            screen.cursor.col,
            parser().sequenceStart(),
            parser().offset()));
    if (images.size() > MOST_IMAGES) {
      images.remove();
    }
  }
}
