package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block.Edit;
import dev.mantra.formats.event.Bytes;
import java.util.List;
import java.util.Optional;

/** What calls do to files. */
final class CodexEdits {

  private CodexEdits() {}

  /**
   * What a call will have done if it works: {@code apply_patch} is a tool of its own or a command
   * with the patch as its input.
   */
  static List<Edit> promised(String input) {
    return input.contains("*** Begin Patch") ? ApplyPatch.edits(argument(input)) : List.of();
  }

  /** What a file became, as the event {@code FileChange} tells it. */
  static Edit made(String path, Json change) {
    var moved = change.get("move_path").optionalText();
    var content = change.get("content").optionalText();
    return switch (change.text("type")) {
      case "add" -> edit(path, Edit.Kind.ADDED, moved, content.map(ApplyPatch::adding));
      case "delete" -> edit(path, Edit.Kind.DELETED, moved, content.map(ApplyPatch::deleting));
      default ->
          edit(
              path,
              moved.isPresent() ? Edit.Kind.RENAMED : Edit.Kind.MODIFIED,
              moved,
              change.get("unified_diff").optionalText());
    };
  }

  /** The argument that has the patch in it, with its line ends. */
  private static String argument(String input) {
    if (!input.startsWith("{")) {
      return input;
    }
    return Json.lenient(Bytes.utf8(input)).map(CodexEdits::longest).orElse("");
  }

  private static String longest(Json arguments) {
    var found = arguments.text();
    for (var value : arguments.elements()) {
      found = longer(found, longest(value));
    }
    for (var value : arguments.entries().values()) {
      found = longer(found, longest(value));
    }
    return found;
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  private static Edit edit(
      String path, Edit.Kind kind, Optional<String> movedTo, Optional<String> patch) {
    return new Edit(path, kind, movedTo, patch, Optional.empty(), Optional.empty());
  }
}
