package dev.mantra.redactor.session;

import dev.mantra.formats.event.Bytes;

/**
 * Reads what was typed as pages of text: without the sequences of keys, and without what was rubbed
 * out.
 */
final class InputPages {
  private static final int FULL = 8192;
  private static final int KEPT_LINES = 4;
  private static final int KEPT = 2048;
  private static final int ESC = 0x1B;

  private enum State {
    TEXT,
    ESCAPE,
    SEQUENCE,
    THIRD
  }

  private final PlacedPage.Sink sink;
  private final PlacedPage.Builder page = new PlacedPage.Builder();
  private final WrittenLines line = new WrittenLines(page);
  private final TypedCharacter character = new TypedCharacter();
  private State state = State.TEXT;
  private long offset;
  private int freshFrom;

  InputPages(PlacedPage.Sink sink) {
    this.sink = sink;
  }

  long offset() {
    return offset;
  }

  void feed(Bytes bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      take(bytes.at(i) & 0xFF, offset++);
    }
    if (page.length() >= FULL) {
      deliver();
    }
  }

  void finish() {
    line.end();
    deliver();
  }

  private void take(int b, long place) {
    var step = character.take((byte) b, place);
    switch (state) {
      case TEXT -> text(b, step);
      case ESCAPE -> state = b == '[' ? State.SEQUENCE : b == 'O' ? State.THIRD : State.TEXT;
      case SEQUENCE -> state = b >= 0x40 && b < 0x7F ? State.TEXT : State.SEQUENCE;
      case THIRD -> state = State.TEXT;
    }
  }

  private void text(int b, TypedCharacter.Step step) {
    switch (b) {
      case ESC -> state = State.ESCAPE;
      case '\r', '\n' -> line.end();
      case 0x7F, '\b' -> {
        line.backOverCodePoint();
        line.erase();
      }
      case '\t' -> line.tab();
      default -> {
        if (b >= 0x20) {
          character(step);
        }
      }
    }
  }

  private void character(TypedCharacter.Step step) {
    switch (step) {
      case BEGINS -> line.put(character.character(), character.place());
      case GOES_ON -> {}
      case IS_KNOWN -> {
        line.back();
        line.put(character.character(), character.place());
      }
    }
  }

  private void deliver() {
    if (page.length() > freshFrom) {
      sink.take(page.build(0));
    }
    page.keepFrom(page.tail(KEPT_LINES, KEPT));
    freshFrom = page.length();
  }
}
