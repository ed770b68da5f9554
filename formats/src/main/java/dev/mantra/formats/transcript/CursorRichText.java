package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;

/** What was typed into Cursor's editor for prompts, which keeps it as a tree of paragraphs. */
final class CursorRichText {

  private CursorRichText() {}

  /** The text; empty when it is something else. */
  static String text(String richText) {
    if (richText.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    Json.lenient(Bytes.utf8(richText)).ifPresent(json -> collect(json.get("root"), text));
    return text.toString().strip();
  }

  private static void collect(Json node, StringBuilder text) {
    text.append(node.text("text"));
    for (var child : node.get("children").elements()) {
      collect(child, text);
    }
    switch (node.text("type")) {
      case "paragraph", "linebreak" -> text.append('\n');
      default -> {}
    }
  }
}
