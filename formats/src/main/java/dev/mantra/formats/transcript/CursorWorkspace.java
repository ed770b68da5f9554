package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the editor keeps of one working folder.
 *
 * @param folder the working folder; empty when that is not known
 * @param composers the conversations that were begun in it, up to the end of 2025
 * @param prompts when prompts were sent
 */
record CursorWorkspace(
    Path database, String folder, Set<String> composers, CursorPromptTimes prompts) {

  private static final String ITEMS = "ItemTable";

  /** Where the conversations of 2023 and 2024 lie. */
  static final String TABS = "workbench.panel.aichat.view.aichat.chatdata";

  /** Reads what is kept beside and in a database of {@code workspaceStorage}. */
  static CursorWorkspace read(KeyedRows rows) throws IOException {
    var composers =
        item(rows, "composer.composerData").get("allComposers").elements().stream()
            .map(one -> one.text("composerId"))
            .collect(Collectors.toSet());
    var prompts = CursorPromptTimes.of(item(rows, "aiService.generations"));
    return new CursorWorkspace(rows.file(), folder(rows.file()), composers, prompts);
  }

  /** What the headers of conversations call it: the name of its folder among the others. */
  String id() {
    return database.getName(database.getNameCount() - 2).toString();
  }

  /** A value of the table of settings; nothing when it is not there or no JSON. */
  static Json item(KeyedRows rows, String key) throws IOException {
    var value = rows.hasTable(ITEMS) ? rows.value(ITEMS, key) : Optional.<Bytes>empty();
    return value.flatMap(Json::lenient).orElse(new Json.Text(""));
  }

  /** A path of a {@code file:} address; an address of another kind as it is. */
  static String path(String address) {
    try {
      var uri = new URI(address);
      return "file".equals(uri.getScheme()) && uri.getPath() != null ? uri.getPath() : address;
    } catch (URISyntaxException e) {
      return address;
    }
  }

  private static String folder(Path database) {
    try {
      var json = Json.of(Bytes.wrap(Files.readAllBytes(database.resolveSibling("workspace.json"))));
      return path(json.text("folder").isEmpty() ? json.text("workspace") : json.text("folder"));
    } catch (IOException e) {
      return "";
    }
  }
}
