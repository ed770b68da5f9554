package dev.mantra.redactor.session;

import java.util.ArrayList;
import java.util.List;

/**
 * A secret of a session, without its value.
 *
 * @param number counts the session's secrets from 1; equal values have the same
 * @param kind the rule that found it
 */
public record Secret(int number, String kind) {

  private static final String BEGIN = "[REDACTED:";
  private static final String END = "]";

  /** What it is called among the session's secrets. */
  String name() {
    return kind + "#" + number;
  }

  /** What stands in its place where there is room for anything. */
  public String label() {
    return BEGIN + name() + END;
  }

  /** The labels in a text in which secrets are covered: {@code github-token#1}. */
  public static List<String> labelsIn(String text) {
    List<String> labels = new ArrayList<>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int end = text.indexOf(END, at);
      var label = end < 0 ? "" : text.substring(at + BEGIN.length(), end);
      if (label.matches("[a-z0-9-]{1,40}#[0-9]{1,9}")) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** What stands in place of a value of this many characters. */
  String cover(int length) {
    for (var text : new String[] {label(), "[REDACTED#" + number + "]", "[#" + number + "]"}) {
      if (text.length() <= length) {
        return text + "*".repeat(length - text.length());
      }
    }
    return "*".repeat(length);
  }
}
