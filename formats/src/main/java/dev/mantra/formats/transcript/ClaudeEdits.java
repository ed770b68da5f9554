package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import java.util.Optional;

/** What a call did to a file, as its result tells the person. */
final class ClaudeEdits {

  private ClaudeEdits() {}

  /**
   * @param shown the record's {@code toolUseResult}
   */
  static Optional<Block> of(Json shown, ClaudeRecord record) {
    boolean isNotebook = shown.get("notebook_path").isText();
    var path = shown.text(isNotebook ? "notebook_path" : "filePath");
    boolean isEdit =
        isNotebook || shown.get("structuredPatch").isArray() || shown.get("newString").isText();
    if (path.isEmpty() || !isEdit) {
      return Optional.empty();
    }
    var original = shown.get(isNotebook ? "original_file" : "originalFile");
    boolean isNew = shown.text("type").equals("create");
    // What was shortened is not the whole text.
    boolean isWhole = record.place().omitted() == 0;
    var before = original.optionalText().filter(_ -> isWhole && !isNew);
    var after =
        shown.get(isNotebook ? "updated_file" : "content").optionalText().filter(_ -> isWhole);
    var patch = patch(shown.get("structuredPatch"));
    return Optional.of(
        new Block.Edit(
            path,
            isNew ? Block.Edit.Kind.ADDED : Block.Edit.Kind.MODIFIED,
            Optional.empty(),
            Optional.of(patch).filter(text -> !text.isEmpty()),
            before,
            after));
  }

  private static String patch(Json hunks) {
    var patch = new StringBuilder();
    for (var hunk : hunks.elements()) {
      patch
          .append("@@ -")
          .append(hunk.number("oldStart"))
          .append(',')
          .append(hunk.number("oldLines"))
          .append(" +")
          .append(hunk.number("newStart"))
          .append(',')
          .append(hunk.number("newLines"))
          .append(" @@\n");
      hunk.get("lines").elements().forEach(line -> patch.append(line.text()).append('\n'));
    }
    return patch.toString();
  }
}
