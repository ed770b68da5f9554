package dev.mantra.redactor.session;

/**
 * A secret of a session, without its value.
 *
 * @param number counts the session's secrets from 1; equal values have the same
 * @param kind the rule that found it
 */
public record Secret(int number, String kind) {

  /** What stands in its place where there is room for anything. */
  public String label() {
    return "[REDACTED:" + kind + "#" + number + "]";
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
