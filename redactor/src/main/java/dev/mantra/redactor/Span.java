package dev.mantra.redactor;

/** A stretch of text: the characters {@code [start, end)}. */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }
}
