package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page read in another way: without borders, line ends or escapes. */
final class Reading {
  private final String text;
  private final int[] origins;

  private Reading(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  String text() {
    return text;
  }

  /** Where a character stands in the page. */
  int origin(int index) {
    return origins[index];
  }

  /** A finding in this reading as one in the page: where characters were left out, it is cut. */
  Finding inPage(Finding finding) {
    List<Span> spans = new ArrayList<>();
    for (var span : finding.spans()) {
      int start = -1;
      int end = -1;
      for (int i = span.start(); i < span.end(); i++) {
        if (origins[i] != end) {
          if (start >= 0) {
            spans.add(new Span(start, end));
          }
          start = origins[i];
        }
        end = origins[i] + 1;
      }
      if (start >= 0) {
        spans.add(new Span(start, end));
      }
    }
    return new Finding(finding.rule(), spans);
  }

  static final class Builder {
    private final StringBuilder text;
    private int[] origins;

    /**
     * @param room for so many characters; there may be more
     */
    Builder(int room) {
      text = new StringBuilder(room);
      origins = new int[Math.max(1, room)];
    }

    int length() {
      return text.length();
    }

    void append(char c, int origin) {
      if (text.length() == origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2);
      }
      origins[text.length()] = origin;
      text.append(c);
    }

    void append(CharSequence page, int from, int to) {
      int at = text.length();
      if (at + to - from > origins.length) {
        origins = Arrays.copyOf(origins, Math.max(origins.length * 2, at + to - from));
      }
      text.append(page, from, to);
      for (int i = from; i < to; i++) {
        origins[at + i - from] = i;
      }
    }

    Reading build() {
      return new Reading(text.toString(), origins);
    }
  }
}
