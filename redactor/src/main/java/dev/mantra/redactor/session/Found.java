package dev.mantra.redactor.session;

import dev.mantra.redactor.Span;
import java.util.List;

/**
 * Something secret that stands in a text.
 *
 * @param value all of it
 * @param kind the rule that knows it
 * @param spans where it stands, in order
 * @param index which of its characters stands first
 * @param length how many there are in all, written as it is here
 */
record Found(String value, String kind, List<Span> spans, int index, int length) {
  Found {
    spans = List.copyOf(spans);
  }
}
