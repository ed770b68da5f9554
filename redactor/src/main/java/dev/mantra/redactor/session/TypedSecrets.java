package dev.mantra.redactor.session;

import com.google.re2j.Pattern;
import dev.mantra.formats.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds what was typed and never shown: passwords at prompts that read keys by themselves, so that
 * the terminal's modes say nothing.
 *
 * <p>Keys of full-screen programs are not shown either. So where nothing asked for a secret, more
 * must speak for one: a line of its own, on the main screen, that was met with silence.
 */
final class TypedSecrets {

  /** Takes a secret: of each of its characters the offset in the input, -1 where it has none. */
  @FunctionalInterface
  interface Sink {
    void typed(String value, long[] places);
  }

  private static final int SHORTEST_WITHOUT_PROMPT = 6;
  private static final int LONGEST = 1024;
  private static final int MOST_SHOWN = 8192;
  private static final int GRAM = 3;

  /** How many keys may be faster than the prompt that they are meant for. */
  private static final int AHEAD = 2;

  private static final Pattern PROMPT =
      Pattern.compile(
          "(?i)(?:pass(?:word|wd|phrase|code)?|\\bpin\\b|secret|token|api.?key|access.?key|\\bkey\\b"
              + "|credential|\\botp\\b|2fa|verification|one.time|kennwort|mot de passe"
              + "|contrase\u00f1a|senha|hidden|\u5bc6\u7801|\u30d1\u30b9\u30ef\u30fc\u30c9"
              + "|\u043f\u0430\u0440\u043e\u043b)");
  private static final int ESC = 0x1B;

  private final Supplier<String> row;
  private final Supplier<Boolean> fullScreen;
  private final Sink sink;
  private final TypedCharacter character = new TypedCharacter();
  private final StringBuilder typed = new StringBuilder();
  private final List<Long> places = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();
  private String prompt = "";
  private boolean onFullScreen;
  private boolean ended;
  private boolean keys;
  private int sequence;

  /**
   * @param row the text of the row in which the cursor is
   * @param fullScreen whether a program has the alternate screen
   */
  TypedSecrets(Supplier<String> row, Supplier<Boolean> fullScreen, Sink sink) {
    this.row = row;
    this.fullScreen = fullScreen;
    this.sink = sink;
  }

  /** Something was printed. */
  void shown(Bytes output) {
    if (!typed.isEmpty() && shown.length() < MOST_SHOWN) {
      shown.append(output.toUtf8());
    }
  }

  void typed(Bytes input, long offset) {
    if (ended) {
      decide();
    }
    for (int i = 0; i < input.length(); i++) {
      take(input.at(i) & 0xFF, offset + i);
    }
  }

  void finish() {
    if (ended) {
      decide();
    }
  }

  private void take(int b, long place) {
    var step = character.take((byte) b, place);
    if (sequence > 0) {
      sequence(b);
    } else if (b == ESC) {
      sequence = 1;
    } else if (b == '\r' || b == '\n') {
      ended = !typed.isEmpty();
    } else if (b == 0x7F || b == '\b') {
      if (!typed.isEmpty()) {
        rubOut();
      }
    } else if (b == 0x15 || b == 0x03) {
      forget();
    } else if (b >= 0x20 && !ended) {
      character(step);
    } else if (b < 0x20) {
      keys = true;
    }
  }

  private void character(TypedCharacter.Step step) {
    switch (step) {
      case BEGINS -> begin();
      case GOES_ON -> {}
      case IS_KNOWN -> {
        if (!places.isEmpty() && places.getLast() == character.place()) {
          rubOut();
          append();
        }
      }
    }
  }

  private void begin() {
    if (typed.isEmpty()) {
      prompt = row.get();
      onFullScreen = fullScreen.get();
    } else if (typed.length() <= AHEAD && !asks(prompt)) {
      prompt = row.get();
    }
    if (typed.length() < LONGEST) {
      append();
    }
  }

  private void append() {
    typed.appendCodePoint(character.character());
    places.add(character.place());
    if (places.size() < typed.length()) {
      places.add(Places.NOWHERE);
    }
  }

  private void rubOut() {
    typed.setLength(typed.offsetByCodePoints(typed.length(), -1));
    while (places.size() > typed.length()) {
      places.removeLast();
    }
  }

  /** Passes over the sequence of a key; those around pasted text are no keys. */
  private void sequence(int b) {
    if (sequence == 1 && (b == '[' || b == 'O')) {
      sequence = 2;
    } else if (sequence == 2 && ((b >= '0' && b <= '9') || b == ';')) {
      return;
    } else {
      keys |= b != '~';
      sequence = 0;
    }
  }

  private void decide() {
    var value = typed.toString();
    boolean asked = asks(prompt);
    boolean silent =
        shown.chars().noneMatch(Character::isLetterOrDigit)
            && !keys
            && !onFullScreen
            && value.length() >= SHORTEST_WITHOUT_PROMPT;
    if ((asked && !wasShown(value)) || silent) {
      sink.typed(value, places.stream().mapToLong(Long::longValue).toArray());
    }
    forget();
  }

  private void forget() {
    typed.setLength(0);
    places.clear();
    shown.setLength(0);
    ended = false;
    keys = false;
  }

  private static boolean asks(String prompt) {
    return !prompt.isEmpty()
        && (":?>)]\uff1a".indexOf(prompt.charAt(prompt.length() - 1)) >= 0
            || prompt.endsWith("hidden"))
        && PROMPT.matcher(prompt).find();
  }

  /** Whether most of what was typed came back in pieces of three characters. */
  private boolean wasShown(String value) {
    var seen = shown.toString();
    if (value.length() <= GRAM) {
      return seen.contains(value);
    }
    int grams = value.length() - GRAM + 1;
    int found = 0;
    for (int i = 0; i < grams; i++) {
      found += seen.contains(value.substring(i, i + GRAM)) ? 1 : 0;
    }
    return found * 2 >= grams;
  }
}
