package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block.Edit;
import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.util.Optional;

/**
 * What calls in the editor did to files. Newer results name the texts before and after, which lie
 * in the database under their hashes; older ones bring the hunks.
 */
final class CursorEdits {

  /** Finds a text by the key that a result names. */
  interface Contents {
    Optional<Bytes> find(String key) throws IOException;
  }

  private static final String KEY = "composer.content.";

  private final Contents contents;

  CursorEdits(Contents contents) {
    this.contents = contents;
  }

  /** The edit that a call with this result has made, if it has made one. */
  Optional<Edit> of(Json arguments, Json result) throws IOException {
    var path = path(arguments);
    if (result.get("afterContentId").isText()) {
      return Optional.of(whole(path, result));
    }
    var chunks = result.get("diff").get("chunks").elements();
    var isApplied = result.get("isApplied");
    if (chunks.isEmpty() || (isApplied.isPresent() && !isApplied.isTrue())) {
      return Optional.empty();
    }
    var patch = new StringBuilder();
    chunks.forEach(chunk -> patch.append(hunk(chunk)));
    return Optional.of(
        new Edit(
            path,
            Edit.Kind.MODIFIED,
            Optional.empty(),
            Optional.of(patch.toString()),
            Optional.empty(),
            Optional.empty()));
  }

  private Edit whole(String path, Json result) throws IOException {
    var before = content(result.text("beforeContentId"));
    var after = content(result.text("afterContentId"));
    return new Edit(
        path,
        result.get("beforeContentId").isText() ? Edit.Kind.MODIFIED : Edit.Kind.ADDED,
        Optional.empty(),
        Optional.empty(),
        before,
        after);
  }

  private Optional<String> content(String id) throws IOException {
    return id.startsWith(KEY) ? contents.find(id).map(Bytes::toUtf8) : Optional.empty();
  }

  private static String path(Json arguments) {
    for (var name : new String[] {"relativeWorkspacePath", "targetFile", "path"}) {
      if (!arguments.text(name).isEmpty()) {
        return arguments.text(name);
      }
    }
    return "";
  }

  private static String hunk(Json chunk) {
    var lines = chunk.text("diffString").lines().toList();
    // Cursor puts a blank behind the sign, where a unified diff has none.
    boolean isWide = lines.stream().allMatch(line -> line.length() < 2 || line.charAt(1) == ' ');
    var hunk = new StringBuilder();
    hunk.append("@@ -").append(chunk.number("oldStart")).append(',');
    hunk.append(chunk.number("oldLines")).append(" +").append(chunk.number("newStart"));
    hunk.append(',').append(chunk.number("newLines")).append(" @@\n");
    for (var line : lines) {
      hunk.append(isWide && line.length() > 1 ? line.charAt(0) + line.substring(2) : line);
      hunk.append('\n');
    }
    return hunk.toString();
  }
}
