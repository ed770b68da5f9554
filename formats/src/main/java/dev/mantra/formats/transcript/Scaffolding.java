package dev.mantra.formats.transcript;

/** What agents put before the model in the name of the user, without anybody having typed it. */
final class Scaffolding {

  private Scaffolding() {}

  /** Whether a text is nothing else: all of it in one tag, as {@code <environment_context>…}. */
  static boolean isIn(String text) {
    var trimmed = text.strip();
    if (trimmed.startsWith("# AGENTS.md instructions for ")) {
      return true;
    }
    int end = trimmed.indexOf('>');
    if (!trimmed.startsWith("<") || end < 2) {
      return false;
    }
    var tag = trimmed.substring(1, end).split("\\s", 2)[0];
    return trimmed.endsWith("</" + tag + ">");
  }
}
