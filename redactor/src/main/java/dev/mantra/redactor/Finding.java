package dev.mantra.redactor;

import java.util.List;

/**
 * A secret in a text.
 *
 * @param rule the id of the rule that found it
 * @param spans where it stands; several where something stands between its parts
 */
public record Finding(String rule, List<Span> spans) {

  public Finding {
    spans = List.copyOf(spans);
  }

  static Finding of(String rule, int start, int end) {
    return new Finding(rule, List.of(new Span(start, end)));
  }

  public int start() {
    return spans.getFirst().start();
  }

  public int end() {
    return spans.getLast().end();
  }

  /** The secret itself. */
  public String value(CharSequence text) {
    if (spans.size() == 1) {
      return text.subSequence(start(), end()).toString();
    }
    var value = new StringBuilder();
    for (var span : spans) {
      value.append(text, span.start(), span.end());
    }
    return value.toString();
  }
}
