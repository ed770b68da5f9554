package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.util.function.Consumer;

/**
 * Finds the lines that were sent with Enter in what a terminal sent: typed, corrected, pasted or
 * recalled, in the keyboard protocols of xterm and kitty. What terminals send besides, as answers
 * and mouse reports, is passed over.
 *
 * <p>It knows nothing of the program: what that makes of a key is guessed from what line editors
 * have in common.
 */
public final class TypedLines {

  /** Of a longer line only so many characters are kept. */
  public static final int MOST = 1 << 16;

  /** Terminals send a sequence in one go; what comes later is another key. */
  private static final long SEQUENCE_COMPLETE = 200_000_000L;

  private final Consumer<TypedLine> sink;
  private final KeyboardInput keyboard = new KeyboardInput(new Typing());
  private final Draft draft = new Draft();
  private boolean escaped;
  private long time;

  public TypedLines(Consumer<TypedLine> sink) {
    this.sink = sink;
  }

  /** Takes what was typed next. */
  public void accept(Event.Input input) {
    if (input.at() - time > SEQUENCE_COMPLETE) {
      keyboard.giveUp();
    }
    time = input.at();
    Bytes bytes = input.bytes();
    for (int i = 0; i < bytes.length(); i++) {
      keyboard.feed(bytes.at(i) & 0xff);
    }
  }

  /** Something was typed that is not known. */
  public void interrupt() {
    keyboard.giveUp();
    draft.clear();
  }

  /** Whether nothing has been typed since the last line: one can go on from here without it. */
  public boolean isIdle() {
    return draft.isEmpty() && keyboard.isIdle();
  }

  private void submit() {
    if (draft.takeBackslash()) {
      draft.insert('\n');
      return;
    }
    if (!draft.isEmpty()) {
      sink.accept(new TypedLine(time, draft.text(), draft.accuracy()));
    }
    draft.clear();
  }

  /** Agents clear the line when Escape is pressed twice. */
  private void escape() {
    if (escaped && !draft.isEmpty()) {
      draft.clear();
      draft.doubt();
    }
  }

  private final class Typing implements KeyboardInput.Sink {

    @Override
    public void text(int codePoint) {
      escaped = false;
      draft.insert(codePoint);
    }

    @Override
    public void stroke(Stroke stroke) {
      switch (stroke) {
        case SUBMIT -> submit();
        case NEW_LINE -> draft.insert('\n');
        case LEFT -> draft.left();
        case RIGHT -> draft.right();
        case WORD_LEFT -> draft.wordLeft();
        case WORD_RIGHT -> draft.wordRight();
        case HOME -> draft.home();
        case END -> draft.end();
        case BACKSPACE -> draft.backspace();
        case DELETE -> draft.delete();
        case CUT_TO_START -> draft.cutToStart();
        case CUT_TO_END -> draft.cutToEnd();
        case CUT_WORD -> draft.cutWord();
        case CUT_NEXT_WORD -> draft.cutNextWord();
        case RECALL -> draft.doubt();
        case COMPLETE -> {
          if (!draft.isEmpty()) {
            draft.doubt();
          }
        }
        case CANCEL -> draft.clear();
        case ESCAPE -> escape();
      }
      escaped = stroke == Stroke.ESCAPE;
    }
  }
}
