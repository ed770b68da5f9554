package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds many words in a text in one pass over it, in small or capital letters.
 *
 * <p>Most places of a text are passed over by one look into a table of 32 KB, which says whether a
 * word may begin with the three characters that stand there. Nothing is remembered from one
 * character to the next but those three, so there is no automaton to wait for.
 */
final class Keywords<T> {

  /** Takes what was found: a word from {@code start} to {@code end}, and what it stands for. */
  interface Sink<T> {
    void found(int start, int end, List<T> meanings);
  }

  private static final class Word<T> {
    private final char[] letters;
    private final List<T> meanings;

    Word(String letters, List<T> meanings) {
      this.letters = letters.toCharArray();
      this.meanings = List.copyOf(meanings);
    }
  }

  /** The words with one beginning. */
  private static final class Family<T> {
    private final List<Word<T>> words = new ArrayList<>();

    /** Which kinds of characters go on with the beginning in some word, a bit for each. */
    private long goesOn;

    void add(Word<T> word) {
      words.add(word);
      goesOn |= word.letters.length > BEGINNING ? 1L << kind(word.letters[BEGINNING]) : -1;
    }

    boolean goesOnWith(int kind) {
      return (goesOn >>> kind & 1) != 0;
    }
  }

  /** Characters are told apart by so many bits: letters and digits surely, others mostly. */
  private static final int BITS = 6;

  private static final int BEGINNING = 3;
  private static final int TABLE = 1 << (BITS * BEGINNING);
  private static final int OTHER = (1 << BITS) - 1;
  private static final byte[] CLASSES = classes();

  /** Which beginnings words have, a bit for each. */
  private final long[] begins = new long[TABLE / Long.SIZE];

  /** By beginning, which of the families has the words; the first one is empty. */
  private final int[] family = new int[TABLE];

  private final List<Family<T>> families = new ArrayList<>();

  private Keywords(Map<String, List<T>> meanings) {
    families.add(new Family<>());
    meanings.forEach((word, all) -> begin(new Word<>(word, all), 0, 0));
  }

  /** Looks through a text for all words, in the order in which they begin. */
  void search(Text text, Sink<T> sink) {
    var characters = text.characters();
    var table = begins; // in a local variable it is not loaded for each character
    int three = 0;
    int at = 1 - BEGINNING;
    for (char c : characters) {
      three = (three << BITS | kind(c)) & (TABLE - 1);
      if ((table[three >>> 6] >>> three & 1) != 0) {
        look(characters, at, three, sink);
      }
      at++;
    }
    for (; at < characters.length; at++) {
      three = (three << BITS | OTHER) & (TABLE - 1);
      look(characters, at, three, sink);
    }
  }

  private void look(char[] text, int at, int beginning, Sink<T> sink) {
    var candidates = families.get(family[beginning]);
    int next = at + BEGINNING;
    if (!candidates.goesOnWith(next < text.length ? kind(text[next]) : OTHER)) {
      return;
    }
    for (int i = 0; i < candidates.words.size(); i++) {
      var word = candidates.words.get(i);
      int end = at + word.letters.length;
      if (at >= 0 && end <= text.length && stands(word.letters, text, end)) {
        sink.found(at, end, word.meanings);
      }
    }
  }

  /** Whether a word ends at an index: where it does not, mostly its last letters are others. */
  private static boolean stands(char[] word, char[] text, int end) {
    int at = end;
    for (int i = word.length - 1; i >= 0; i--) {
      if (Text.small(text[--at]) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int kind(char c) {
    return c < CLASSES.length ? CLASSES[c] : OTHER;
  }

  /** Notes how a word begins; one that is shorter does so with whatever comes behind it. */
  private void begin(Word<T> word, int length, int beginning) {
    if (length == BEGINNING) {
      begins[beginning >>> 6] |= 1L << beginning;
      if (family[beginning] == 0) {
        family[beginning] = families.size();
        families.add(new Family<>());
      }
      families.get(family[beginning]).add(word);
    } else if (length < word.letters.length) {
      begin(word, length + 1, beginning << BITS | kind(word.letters[length]));
    } else {
      for (int next = 0; next <= OTHER; next++) {
        begin(word, length + 1, beginning << BITS | next);
      }
    }
  }

  private static byte[] classes() {
    var classes = new byte[128];
    for (char c = 0; c < classes.length; c++) {
      char small = Character.toLowerCase(c);
      if (small >= 'a' && small <= 'z') {
        classes[c] = (byte) (small - 'a');
      } else if (c >= '0' && c <= '9') {
        classes[c] = (byte) (26 + c - '0');
      } else {
        classes[c] = (byte) (36 + c % 27);
      }
    }
    return classes;
  }

  /** Collects words. */
  static final class Builder<T> {
    private final Map<String, List<T>> words = new TreeMap<>();

    /**
     * @param word in small letters
     */
    void add(String word, T meaning) {
      words.computeIfAbsent(word, _ -> new ArrayList<>()).add(meaning);
    }

    Keywords<T> build() {
      return new Keywords<>(words);
    }
  }
}
