package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A conversation of the terminal's agent: a database with all that it has ever put before a model,
 * in the order in which it did. Messages are JSON; the rest says how they hang together.
 */
final class CursorChat {

  private static final String WORKSPACE = "Workspace Path: ";

  private final Path file;
  private final KeyedRows rows;
  private final Json meta;

  CursorChat(Path file, KeyedRows rows) throws IOException {
    this.file = file;
    this.rows = rows;
    this.meta = meta(rows);
  }

  /** As a list shows it; absent when nothing was said in it. */
  Optional<CursorConversation> listed() throws IOException {
    if (!rows.hasTable("blobs") || isEmpty()) {
      return Optional.empty();
    }
    var written = Files.getLastModifiedTime(file).toInstant();
    var id = meta.text("agentId");
    return Optional.of(
        new CursorConversation(
            CursorConversation.KeptAs.CHAT,
            file,
            id.isEmpty() ? file.getName(file.getNameCount() - 2).toString() : id,
            meta.text("name"),
            meta.text("workspacePath").isEmpty() ? toldFolder() : meta.text("workspacePath"),
            Times.ofMillis(meta.get("createdAt")),
            Optional.of(written),
            meta.text("latestRootBlobId") + " " + Files.size(file)));
  }

  void read(CursorConversation listed, TranscriptSink sink) throws IOException {
    var voice = new CursorVoice(sink, listed.id(), Optional.empty());
    voice.begin(listed, voice.row(Bytes.utf8(meta.asWritten())));
    var messages = new CursorMessages(voice, meta.get("lastUsedModel").optionalText());
    rows.each(
        "SELECT id, data FROM blobs ORDER BY rowid",
        (id, data) -> {
          if (isJson(data)) {
            var row = voice.row(data);
            try {
              var message = Json.of(data);
              messages.take(id, message.text("role"), message, row);
            } catch (IOException e) {
              voice.problem(String.valueOf(e.getMessage()), row);
            }
          }
        });
  }

  private static Json meta(KeyedRows rows) throws IOException {
    if (rows.hasTable("meta")) {
      var value = rows.value("meta", "0");
      if (value.isPresent()) {
        try {
          var json = HexFormat.of().parseHex(value.get().toUtf8());
          return Json.of(Bytes.wrap(json));
        } catch (IllegalArgumentException | IOException e) {
          return new Json.Text("");
        }
      }
    }
    return new Json.Text("");
  }

  private boolean isEmpty() throws IOException {
    var found = new boolean[1];
    rows.each("SELECT 1, 1 FROM blobs LIMIT 1", (_, _) -> found[0] = true);
    return !found[0];
  }

  /** The folder as the model was told it, in the first message by the name of the user. */
  private String toldFolder() throws IOException {
    var found = new StringBuilder();
    rows.each(
        "SELECT id, data FROM blobs ORDER BY rowid LIMIT 8",
        (_, data) -> {
          var text = data.toUtf8();
          int from = text.indexOf(WORKSPACE);
          if (from >= 0 && found.isEmpty()) {
            var rest = text.substring(from + WORKSPACE.length());
            int end = rest.indexOf("\\n");
            found.append(end < 0 ? "" : rest.substring(0, end));
          }
        });
    return found.toString();
  }

  private static boolean isJson(Bytes data) {
    return new String(data.toArray(), 0, Math.min(1, data.length()), StandardCharsets.US_ASCII)
        .equals("{");
  }
}
