package dev.mantra.formats.transcript;

import java.util.Optional;

/**
 * A text in the user's name, as Gemini CLI writes it down: what it is, its beginning tells.
 *
 * @param kind what sort of text it is
 * @param text what of it was typed
 * @param output what a command of the shell has printed
 */
record GeminiText(Kind kind, String text, String output) {

  enum Kind {
    PROMPT,
    /** A command of the shell that a person typed behind an exclamation mark. */
    COMMAND,
    /** Where it works, and what hooks have to say: for the model only. */
    CONTEXT,
    /** What a history was compressed to. */
    SUMMARY
  }

  private static final String SHELL = "I ran the following shell command:";
  private static final String RESULT = "This produced the following result:";
  private static final String FENCE = "```";
  private static final String FOLDERS = "Workspace Directories:**\n  - ";
  private static final String FOLDER = "I'm currently working in the directory: ";

  static GeminiText of(String text) {
    var start = text.stripLeading();
    if (start.startsWith("<session_context>")
        || start.startsWith("<hook_context>")
        || start.startsWith(
            "This is the Gemini CLI. We are setting up the context for our chat.")) {
      return new GeminiText(Kind.CONTEXT, text, "");
    } else if (start.startsWith("<state_snapshot>")) {
      return new GeminiText(Kind.SUMMARY, text, "");
    } else if (start.startsWith(SHELL)) {
      int result = text.indexOf(RESULT);
      int end = result < 0 ? text.length() : result;
      var printed = result < 0 ? "" : fenced(text.substring(result + RESULT.length()));
      return new GeminiText(
          Kind.COMMAND,
          "!" + fenced(text.substring(text.indexOf(SHELL) + SHELL.length(), end)),
          printed);
    }
    return new GeminiText(Kind.PROMPT, text, "");
  }

  /** The folder that a context names. */
  Optional<String> folder() {
    return behind(FOLDERS).or(() -> behind(FOLDER));
  }

  private Optional<String> behind(String words) {
    int at = text.indexOf(words);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + words.length();
    int to = text.indexOf('\n', from);
    return Optional.of(text.substring(from, to < 0 ? text.length() : to));
  }

  /** What stands between the first fence and the last one. */
  private static String fenced(String text) {
    int open = text.indexOf(FENCE);
    int from = open < 0 ? -1 : text.indexOf('\n', open);
    int to = text.lastIndexOf(FENCE);
    return from < 0 || to <= from ? text.strip() : text.substring(from + 1, to).stripTrailing();
  }
}
