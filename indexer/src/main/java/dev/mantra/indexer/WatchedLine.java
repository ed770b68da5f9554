package dev.mantra.indexer;

/** A line that an expression can read only as long as there is patience. */
final class WatchedLine implements CharSequence {

  /** Between two characters is at most a step of each of the expression's instructions. */
  private static final int BETWEEN_CHECKS = 64;

  private final CharSequence text;
  private final Patience patience;
  private int reads;

  WatchedLine(CharSequence text, Patience patience) {
    this.text = text;
    this.patience = patience;
  }

  @Override
  public char charAt(int index) {
    if (++reads % BETWEEN_CHECKS == 0) {
      patience.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.subSequence(from, to);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
