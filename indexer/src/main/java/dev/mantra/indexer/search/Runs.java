package dev.mantra.indexer.search;

/** Goes through the words of a text: the parts of each run, and what is made of several parts. */
final class Runs {

  /** Longer words are cut: nobody types them. */
  private static final int LONGEST = 100;

  /** A run with more parts is no text that has parts. */
  private static final int MOST_PARTS = 24;

  /** The words of the run: where each begins and ends, and by how much it goes on. */
  private final int[] words = new int[3 * (2 * MOST_PARTS + 1)];

  private final RunParts parts = new RunParts();
  private char[] text = {};
  private int length;
  private int at;
  private int count;
  private int current;

  void begin(char[] newText, int newLength) {
    text = newText;
    length = newLength;
    at = 0;
    count = 0;
    current = -1;
  }

  boolean next() {
    current++;
    while (current >= count) {
      if (!findRun()) {
        return false;
      }
      current = 0;
    }
    return true;
  }

  int from() {
    return words[3 * current];
  }

  int to() {
    return words[3 * current + 1];
  }

  /** 1 for a word behind the one before, 0 for one beside it. */
  int increment() {
    return words[3 * current + 2];
  }

  private void add(int from, int to, int increment) {
    words[3 * count] = from;
    words[3 * count + 1] = Math.min(to, from + LONGEST);
    words[3 * count + 2] = increment;
    count++;
  }

  /** Takes the next run apart. */
  private boolean findRun() {
    count = 0;
    while (at < length && !Letters.isWord(text, at, length)) {
      at++;
    }
    if (at == length) {
      return false;
    }
    if (Letters.isDense(text, at, length)) {
      pair();
    } else {
      run();
    }
    return true;
  }

  /** Characters without blanks between words: each with the one behind it. */
  private void pair() {
    int first = at;
    int second = first + Letters.width(text, first, length);
    if (!isDense(second)) {
      add(first, second, 1);
      at = second;
      return;
    }
    int behind = second + Letters.width(text, second, length);
    add(first, behind, 1);
    // The last one of a row is in a pair already.
    at = isDense(behind) ? second : behind;
  }

  private boolean isDense(int place) {
    return place < length
        && Letters.isWord(text, place, length)
        && Letters.isDense(text, place, length);
  }

  private void run() {
    int from = at;
    int end = plainEnd(from);
    if (end > from && (end == length || Letters.isBlank(text[end]))) {
      add(from, end, 1);
      at = end;
      return;
    }
    end = runEnd(from);
    at = end;
    parts.read(text, from, end);
    if (parts.count() > MOST_PARTS) {
      add(from, end, 1);
      return;
    }
    for (int part = 0; part < parts.count(); part++) {
      add(parts.from(part), parts.to(part), 1);
      boolean isRun = part == 0 && parts.count() > 1;
      if (isRun) {
        add(from, end, 0);
      }
      int nameEnd = parts.nameEnd(part);
      if (nameEnd > parts.to(part) && !(isRun && nameEnd == end && parts.from(part) == from)) {
        add(parts.from(part), nameEnd, 0);
      }
    }
  }

  /** Where something else comes than small letters and digits: most runs are only that. */
  private int plainEnd(int from) {
    int end = from;
    while (end < length && Letters.isPlain(text[end])) {
      end++;
    }
    return end;
  }

  private int runEnd(int from) {
    int end = from;
    while (end < length) {
      if (isSparse(end)) {
        end += Letters.width(text, end, length);
      } else if (Letters.isConnector(text[end]) && end + 1 < length && isSparse(end + 1)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private boolean isSparse(int place) {
    return Letters.isWord(text, place, length) && !Letters.isDense(text, place, length);
  }
}
