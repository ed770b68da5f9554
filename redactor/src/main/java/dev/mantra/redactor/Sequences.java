package dev.mantra.redactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leaves the control sequences of terminals out of a text that was not drawn: of a file, a message.
 * What stands in a sequence, as a title or an address, comes behind the text.
 */
final class Sequences {
  private static final char ESC = '\u001b';

  private final String text;
  private final Reading.Builder plain;
  private final List<Span> strings = new ArrayList<>();

  private Sequences(String text) {
    this.text = text;
    this.plain = new Reading.Builder(text.length() + 1);
  }

  /** The text of a page without sequences; empty when it has none. */
  static Optional<Reading> leftOut(Page page) {
    return page.drawn() || page.text().indexOf(ESC) < 0
        ? Optional.empty()
        : Optional.of(new Sequences(page.text()).read());
  }

  private Reading read() {
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == ESC) {
        i = end(i + 1);
      } else {
        int next = text.indexOf(ESC, i);
        int to = next < 0 ? text.length() : next;
        plain.append(text, i, to);
        i = to;
      }
    }
    for (var string : strings) {
      plain.append('\n', string.start());
      plain.append(text, string.start(), string.end());
    }
    return plain.build();
  }

  /** Where a sequence ends whose ESC was read. */
  private int end(int from) {
    char kind = from < text.length() ? text.charAt(from) : ESC;
    return switch (kind) {
      case '[' -> {
        int i = skip(from + 1, '?');
        yield i < text.length() && text.charAt(i) <= '~' && text.charAt(i) >= '@' ? i + 1 : i;
      }
      case ']', 'P', 'X', '^', '_' -> {
        int i = skip(from + 1, Character.MAX_VALUE);
        strings.add(new Span(from + 1, i));
        yield i; // BEL is left as it is; the backslash of the other end comes behind an ESC
      }
      case '(', ')', '*', '+', '#', '%' -> Math.min(text.length(), from + 2);
      default -> kind < ' ' ? from : from + 1;
    };
  }

  private int skip(int from, char last) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) <= last) {
      i++;
    }
    return i;
  }
}
