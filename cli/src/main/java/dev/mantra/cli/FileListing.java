package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.cli.Console.Style;
import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.workspace.Body;
import dev.mantra.formats.workspace.TreeEntry;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The files, links and empty folders of a workspace, one a line, and what was not captured. */
final class FileListing {

  private static final String RIGHTS = "rwxrwxrwx";

  private final List<Row> rows = new ArrayList<>();
  private final List<Event.NotCaptured> gaps;
  private final OpenWorkspace open;
  private final long nanos;

  private record Row(Bytes path, TreeEntry entry, OptionalLong size) {
    Optional<String> missing() {
      return entry.body() instanceof Body.Missing(var why) ? Optional.of(why) : Optional.empty();
    }
  }

  private FileListing(OpenWorkspace open, long nanos) {
    this.open = open;
    this.nanos = nanos;
    this.gaps = open.history().gaps(nanos);
  }

  static FileListing of(WorkspaceTree tree, OpenWorkspace open, long nanos) {
    var listing = new FileListing(open, nanos);
    var empty = tree.emptyFolders();
    for (var path : tree.paths()) {
      var entry = tree.at(path).orElseThrow();
      if (!(entry.state() instanceof FileState.Folder) || empty.contains(path)) {
        listing.rows.add(new Row(path, entry, open.bodies().size(entry)));
      }
    }
    return listing;
  }

  /** Whether there is something, and nothing is missing. */
  boolean isWhole() {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.missing().isEmpty());
  }

  void printTo(Console console) {
    var table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT));
    for (var row : rows) {
      var size = row.size.isPresent() ? SessionText.size(row.size.getAsLong()) : "";
      table.row(List.of(Cell.of(rights(row.entry.state()), Style.DIM), Cell.of(size), name(row)));
    }
    table.printTo(console);
    for (var gap : gaps) {
      console.notice(
          (gap.path().isEmpty() ? "the workspace" : gap.path().toUtf8())
              + ", "
              + WorkspaceTree.word(gap.why())
              + ": "
              + gap.detail());
    }
  }

  void fields(JsonGenerator json) throws IOException {
    json.writeStringField("session", open.replay().header().id().value());
    json.writeStringField("workspace", open.folder().toUtf8());
    json.writeStringField("origin", open.origin());
    json.writeNumberField("at", SessionJson.seconds(nanos));
    json.writeArrayFieldStart("files");
    for (var row : rows) {
      json.writeStartObject();
      fields(json, row);
      json.writeEndObject();
    }
    json.writeEndArray();
    NotCapturedJson.field(json, gaps);
  }

  private static void fields(JsonGenerator json, Row row) throws IOException {
    json.writeStringField("path", row.path.toUtf8());
    switch (row.entry.state()) {
      case FileState.Regular file -> {
        json.writeStringField("kind", "file");
        json.writeStringField("mode", octal(file.mode()));
        if (row.size.isPresent()) {
          json.writeNumberField("size", row.size.getAsLong());
        }
        Json.text(json, "missing", row.missing());
      }
      case FileState.Link link -> {
        json.writeStringField("kind", "link");
        json.writeStringField("target", link.target().toUtf8());
      }
      case FileState.Folder folder -> {
        json.writeStringField("kind", "folder");
        json.writeStringField("mode", octal(folder.mode()));
      }
    }
  }

  private static Cell name(Row row) {
    var path = row.path.toUtf8();
    if (row.missing().isPresent()) {
      return Cell.of(path + "  (not captured: " + row.missing().get() + ")", Style.RED);
    }
    return switch (row.entry.state()) {
      case FileState.Regular file ->
          (file.mode() & 0111) == 0 ? Cell.of(path) : Cell.of(path, Style.GREEN);
      case FileState.Link link -> Cell.of(path + " -> " + link.target().toUtf8(), Style.CYAN);
      case FileState.Folder _ -> Cell.of(path + "/", Style.BOLD);
    };
  }

  /** As ls(1) writes it. */
  private static String rights(FileState state) {
    return switch (state) {
      case FileState.Regular file -> "-" + rights(file.mode());
      case FileState.Link _ -> "l" + RIGHTS;
      case FileState.Folder folder -> "d" + rights(folder.mode());
    };
  }

  private static String rights(int mode) {
    var text = new StringBuilder(RIGHTS);
    for (int i = 0; i < RIGHTS.length(); i++) {
      if ((mode >> (RIGHTS.length() - 1 - i) & 1) == 0) {
        text.setCharAt(i, '-');
      }
    }
    return text.toString();
  }

  private static String octal(int mode) {
    return String.format(Locale.ROOT, "%04o", mode);
  }
}
