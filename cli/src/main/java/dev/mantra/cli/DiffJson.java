package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.workspace.FilePatch;
import dev.mantra.formats.workspace.FilePatch.Form;
import dev.mantra.formats.workspace.GitPatch;
import dev.mantra.formats.workspace.TreeEntry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code diff --json} prints. */
final class DiffJson {

  private DiffJson() {}

  /** Returns how many changes are missing. */
  static int print(
      Console console,
      OpenWorkspace open,
      long from,
      long to,
      List<DiffSection> sections,
      GitPatch patches)
      throws IOException {
    int[] missing = new int[1];
    Json.print(
        console,
        json -> {
          json.writeStringField("session", open.replay().header().id().value());
          json.writeStringField("workspace", open.folder().toUtf8());
          json.writeStringField("origin", open.origin());
          json.writeNumberField("from", SessionJson.seconds(from));
          json.writeNumberField("to", SessionJson.seconds(to));
          json.writeArrayFieldStart("files");
          for (var section : sections) {
            for (var difference : section.differences()) {
              var patch = patches.of(difference);
              if (patch.isPresent()) {
                json.writeStartObject();
                fields(json, section, patch.get());
                json.writeEndObject();
                missing[0] += patch.get().missing().isPresent() ? 1 : 0;
              }
            }
          }
          json.writeEndArray();
        });
    return missing[0];
  }

  private static void fields(JsonGenerator json, DiffSection section, FilePatch patch)
      throws IOException {
    var difference = patch.difference();
    if (section.message().isPresent()) {
      json.writeNumberField("message", section.message().get().message());
    }
    json.writeStringField("path", difference.path().toUtf8());
    if (difference.from().isPresent()) {
      json.writeStringField("from", difference.from().get().toUtf8());
    }
    json.writeStringField("kind", patch.kind().name().toLowerCase(Locale.ROOT));
    mode(json, "modeBefore", difference.before());
    mode(json, "mode", difference.after());
    if (patch.missing().isPresent()) {
      json.writeStringField("missing", patch.missing().get());
      return;
    }
    if (patch.form() == Form.BINARY) {
      json.writeBooleanField("binary", true);
    } else {
      json.writeNumberField("linesAdded", patch.added());
      json.writeNumberField("linesRemoved", patch.removed());
      json.writeStringField("patch", patch.text().toUtf8());
    }
  }

  private static void mode(JsonGenerator json, String field, Optional<TreeEntry> entry)
      throws IOException {
    if (entry.isPresent() && entry.get().state() instanceof FileState.Regular file) {
      json.writeStringField(field, String.format(Locale.ROOT, "%04o", file.mode()));
    }
  }
}
