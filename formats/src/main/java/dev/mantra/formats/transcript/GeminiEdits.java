package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import java.util.Optional;

/** What a call did to a file, as its result shows it to the person. */
final class GeminiEdits {

  private GeminiEdits() {}

  static Optional<Block> of(Json display, GeminiMessage message) {
    var diff = display.text("fileDiff");
    var path = display.text(display.get("filePath").isText() ? "filePath" : "fileName");
    if (path.isEmpty() || !display.get("fileDiff").isText()) {
      return Optional.empty();
    }
    // What was shortened is not the whole text.
    boolean isWhole = message.place().omitted() == 0;
    var hunks = diff.substring(Math.max(0, diff.indexOf("@@ -")));
    boolean isNew =
        display.get("isNewFile").isPresent()
            ? display.get("isNewFile").isTrue()
            : hunks.startsWith("@@ -0,0 ");
    return Optional.of(
        new Block.Edit(
            path,
            isNew ? Block.Edit.Kind.ADDED : Block.Edit.Kind.MODIFIED,
            Optional.empty(),
            Optional.of(hunks).filter(text -> text.startsWith("@@ -")),
            display.get("originalContent").optionalText().filter(_ -> isWhole && !isNew),
            display.get("newContent").optionalText().filter(_ -> isWhole)));
  }
}
