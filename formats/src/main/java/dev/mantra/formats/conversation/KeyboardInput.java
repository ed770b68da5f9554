package dev.mantra.formats.conversation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Understands what a terminal sends, byte after byte, wherever it is cut. */
final class KeyboardInput {

  private static final int ESC = 0x1b;
  private static final int BEL = 0x07;
  private static final int LONGEST_PARAMETERS = 64;

  /** Takes what was typed. */
  interface Sink {
    void text(int codePoint);

    void stroke(Stroke stroke);
  }

  private enum State {
    GROUND,
    ESCAPE,
    CONTROL,
    SINGLE_SHIFT,
    STRING,
    STRING_ESCAPE,
    SKIPPING
  }

  private final Sink sink;
  private final KeySequence sequence;
  private final StringBuilder parameters = new StringBuilder();
  private final ByteArrayOutputStream character = new ByteArrayOutputStream();
  private State state = State.GROUND;
  private boolean pasting;
  private boolean returned;

  /** How many more bytes the character has. */
  private int more;

  /** How many bytes follow that mean nothing. */
  private int toSkip;

  KeyboardInput(Sink sink) {
    this.sink = sink;
    this.sequence = new KeySequence(sink, this::control);
  }

  boolean isIdle() {
    return state == State.GROUND && !pasting && more == 0;
  }

  /** Nothing followed at once: what is begun is complete, or will never be. */
  void giveUp() {
    if (state == State.ESCAPE && !pasting) {
      sink.stroke(Stroke.ESCAPE);
    }
    state = State.GROUND;
    more = 0;
  }

  void feed(int c) {
    switch (state) {
      case GROUND -> ground(c);
      case ESCAPE -> escape(c);
      case CONTROL -> controlSequence(c);
      case SINGLE_SHIFT -> {
        state = State.GROUND;
        sequence.complete("", (char) c);
      }
      case STRING -> string(c);
      case STRING_ESCAPE -> state = c == '\\' ? State.GROUND : State.STRING;
      case SKIPPING -> state = --toSkip > 0 ? State.SKIPPING : State.GROUND;
    }
  }

  private void ground(int c) {
    if (c == ESC) {
      state = State.ESCAPE;
      more = 0;
    } else if (c >= 0x80) {
      character(c);
    } else {
      more = 0;
      if (pasting) {
        pasted(c);
      } else if (c < 0x20 || c == 0x7f) {
        control(c);
      } else {
        sink.text(c);
      }
    }
  }

  /** UTF-8; what is not well-formed is dropped. */
  private void character(int c) {
    if (c >= 0xc0) {
      more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
      character.reset();
      character.write(c);
    } else if (more > 0) {
      character.write(c);
      if (--more == 0) {
        var decoded = character.toString(StandardCharsets.UTF_8);
        if (decoded.codePointCount(0, decoded.length()) == 1 && !decoded.equals("\ufffd")) {
          sink.text(decoded.codePointAt(0));
        }
      }
    }
  }

  /** Terminals paste CR for the end of a line. */
  private void pasted(int c) {
    if (c == '\r' || (c == '\n' && !returned)) {
      sink.text('\n');
    } else if (c == '\t' || (c >= 0x20 && c != 0x7f)) {
      sink.text(c);
    }
    returned = c == '\r';
  }

  private void control(int c) {
    switch (c) {
      case '\r' -> sink.stroke(Stroke.SUBMIT);
      case '\n' -> sink.stroke(Stroke.NEW_LINE);
      case '\t' -> sink.stroke(Stroke.COMPLETE);
      case 0x01 -> sink.stroke(Stroke.HOME);
      case 0x02 -> sink.stroke(Stroke.LEFT);
      case 0x03 -> sink.stroke(Stroke.CANCEL);
      case 0x04 -> sink.stroke(Stroke.DELETE);
      case 0x05 -> sink.stroke(Stroke.END);
      case 0x06 -> sink.stroke(Stroke.RIGHT);
      case 0x08, 0x7f -> sink.stroke(Stroke.BACKSPACE);
      case 0x0b -> sink.stroke(Stroke.CUT_TO_END);
      case 0x0e, 0x10, 0x12, 0x19 -> sink.stroke(Stroke.RECALL); // next, previous, search, yank
      case 0x15 -> sink.stroke(Stroke.CUT_TO_START);
      case 0x17 -> sink.stroke(Stroke.CUT_WORD);
      case ESC -> sink.stroke(Stroke.ESCAPE);
      default -> {}
    }
  }

  private void escape(int c) {
    state = State.GROUND;
    switch (c) {
      case '[' -> {
        parameters.setLength(0);
        state = State.CONTROL;
      }
      case 'O' -> state = State.SINGLE_SHIFT;
      case ']', 'P', '_', '^', 'X' -> state = State.STRING;
      case ESC -> {
        state = State.ESCAPE;
        if (!pasting) {
          sink.stroke(Stroke.ESCAPE);
        }
      }
      default -> {
        if (!pasting) {
          withAlt(c);
        }
      }
    }
  }

  private void withAlt(int c) {
    switch (c) {
      case '\r', '\n' -> sink.stroke(Stroke.NEW_LINE);
      case 'b' -> sink.stroke(Stroke.WORD_LEFT);
      case 'f' -> sink.stroke(Stroke.WORD_RIGHT);
      case 'd' -> sink.stroke(Stroke.CUT_NEXT_WORD);
      case 0x08, 0x7f -> sink.stroke(Stroke.CUT_WORD);
      case 0x03 -> sink.stroke(Stroke.CANCEL);
      default -> {}
    }
  }

  private void controlSequence(int c) {
    if (c == ESC) {
      state = State.ESCAPE;
    } else if (c >= 0x20 && c < 0x40) {
      if (parameters.length() < LONGEST_PARAMETERS) {
        parameters.append((char) c);
      }
    } else if (parameters.isEmpty() && (c == 'M' || c == '[')) {
      toSkip =
          c == 'M' ? 3 : 1; // of the mouse: button, column, row; the Linux console's function key
      state = State.SKIPPING;
    } else {
      state = State.GROUND;
      complete(c);
    }
  }

  private void complete(int c) {
    var written = parameters.toString();
    if (c == '~' && (written.equals("200") || written.equals("201"))) {
      pasting = written.equals("200");
      returned = false;
    } else if (c < 0x40 || c >= 0x7f) {
      ground(c);
    } else if (!pasting) {
      sequence.complete(written, (char) c);
    }
  }

  /** An answer of the terminal. Enter is in none: it shows that a key with Alt looked like one. */
  private void string(int c) {
    if (c == ESC) {
      state = State.STRING_ESCAPE;
    } else if (c == BEL || c == '\r') {
      state = State.GROUND;
      if (c == '\r') {
        ground(c);
      }
    }
  }
}
