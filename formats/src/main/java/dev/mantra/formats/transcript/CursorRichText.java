package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;

/** What was typed into Cursor's editor for prompts, which keeps it as a tree of paragraphs. */
final class CursorRichText {

  private CursorRichText() {}

  /** The text; empty when it is something else. */
  static String text(String richText) {
    if (richText.isEmpty()) {
      return "";
    }
    try {
      var text = new StringBuilder();
      collect(Json.of(Bytes.utf8(richText)).get("root"), text);
      return text.toString().strip();
    } catch (IOException e) {
      return "";
    }
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
