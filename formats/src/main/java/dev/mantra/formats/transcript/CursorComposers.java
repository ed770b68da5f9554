package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.SubAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The editor's conversations, which it calls composers.
 *
 * <pre>
 *  composerData:&lt;conversation&gt;           its state, and which messages it has in which order;
 *                                       up to 2024 the messages themselves
 *  bubbleId:&lt;conversation&gt;:&lt;message&gt;     a message
 *  composer.content.&lt;hash&gt;               a file's text
 *  table composerHeaders                 since 3.0: what a list of conversations shows
 * </pre>
 */
final class CursorComposers {

  private static final String ROWS = "cursorDiskKV";
  private static final String HEADERS = "composerHeaders";
  private static final String DATA = "composerData:";

  private final Path file;
  private final KeyedRows rows;
  private final List<CursorWorkspace> workspaces;

  CursorComposers(Path file, KeyedRows rows, List<CursorWorkspace> workspaces) {
    this.file = file;
    this.rows = rows;
    this.workspaces = workspaces;
  }

  /** Lists them; those that sub-agents have are parts of others. */
  void list(Consumer<CursorConversation> found) throws IOException {
    if (!rows.hasTable(ROWS)) {
      return;
    }
    var headers = headers();
    var without = new ArrayList<String>();
    rows.each(
        "SELECT substr(key, 14), 1 FROM "
            + ROWS
            + " WHERE key >= '"
            + DATA
            + "' AND key < 'composerData;'",
        (id, _) -> {
          if (!headers.containsKey(id)) {
            without.add(id);
          } else if (headers.get(id).isListed) {
            found.accept(headers.get(id).conversation);
          }
        });
    for (var id : without) {
      var data = data(id);
      if (data.isPresent() && isListed(data.get()) && count(data.get()) > 0) {
        found.accept(conversation(id, data.get(), folderOf(id)));
      }
    }
  }

  /** Tells a conversation, with those of its sub-agents. */
  void read(CursorConversation listed, TranscriptSink sink) throws IOException {
    var voice = new CursorVoice(sink, listed.id(), Optional.empty());
    var value = rows.value(ROWS, DATA + listed.id());
    if (value.isEmpty()) {
      voice.problem("the conversation is not there any more", voice.row(Bytes.EMPTY));
      return;
    }
    voice.begin(listed, voice.row(value.get()));
    var prompts =
        workspaceOf(listed.id())
            .map(CursorWorkspace::prompts)
            .orElse(CursorPromptTimes.of(new Json.Text("")))
            .within(listed.created(), listed.updated());
    tell(listed.id(), value.get(), voice, prompts, new HashSet<>());
  }

  private void tell(
      String id, Bytes value, CursorVoice voice, CursorPromptTimes prompts, Set<String> told)
      throws IOException {
    if (!told.add(id)) {
      return;
    }
    var data = json(value, voice);
    var tools = new CursorTools(new CursorEdits(key -> rows.value(ROWS, key)));
    var summary = data.get("latestConversationSummary").get("summary");
    var bubbles =
        new CursorBubbles(
            voice,
            tools,
            prompts,
            data.get("modelConfig").get("modelName").optionalText(),
            summary.text() + summary.text("summary"));
    for (var bubble : data.get("conversation").elements()) {
      var row = voice.row(Bytes.utf8(bubble.asWritten()));
      bubbles.take(bubble.text("bubbleId"), bubble, row);
    }
    for (var header : data.get("fullConversationHeadersOnly").elements()) {
      tell(id, header.text("bubbleId"), data.get("conversationMap"), voice, bubbles);
    }
    for (var name : List.of("subagentComposerIds", "subComposerIds")) {
      for (var agent : data.get(name).elements()) {
        var of = rows.value(ROWS, DATA + agent.text());
        if (of.isPresent()) {
          var who = new SubAgent(agent.text(), tools.callOf(agent.text()));
          tell(agent.text(), of.get(), voice.of(who), prompts, told);
        }
      }
    }
  }

  private void tell(
      String composer, String bubble, Json inline, CursorVoice voice, CursorBubbles bubbles)
      throws IOException {
    var value = rows.value(ROWS, "bubbleId:" + composer + ":" + bubble);
    if (value.isPresent()) {
      var json = json(value.get(), voice);
      if (json.isObject()) {
        bubbles.take(bubble, json, voice.row(value.get()));
      }
    } else if (inline.get(bubble).isObject()) {
      var json = inline.get(bubble);
      bubbles.take(bubble, json, voice.row(Bytes.utf8(json.asWritten())));
    } else {
      voice.problem("message " + bubble + " is not there", voice.row(Bytes.EMPTY));
    }
  }

  private static Json json(Bytes value, CursorVoice voice) {
    try {
      return Json.of(value);
    } catch (IOException e) {
      voice.problem(String.valueOf(e.getMessage()), voice.row(value));
      return new Json.Text("");
    }
  }

  /**
   * What the table of headers says of a conversation.
   *
   * @param isListed whether it is one of a person's, in which something was said
   */
  private record Header(boolean isListed, CursorConversation conversation) {}

  private Map<String, Header> headers() throws IOException {
    var headers = new HashMap<String, Header>();
    if (!rows.hasTable(HEADERS)) {
      return headers;
    }
    var agents = new HashSet<String>();
    rows.each(
        "SELECT composerId, 1 FROM " + HEADERS + " WHERE isSubagent = 1",
        (id, _) -> agents.add(id));
    rows.each(
        "SELECT composerId, value FROM " + HEADERS,
        (id, value) -> {
          var header = parsed(value);
          var shown = conversation(id, header, folder(id, header.get("workspaceIdentifier")));
          var isListed = !agents.contains(id) && isListed(header) && shown.updated().isPresent();
          headers.put(id, new Header(isListed, shown));
        });
    return headers;
  }

  private static Json parsed(Bytes value) {
    return Json.lenient(value).orElse(new Json.Text(""));
  }

  private Optional<Json> data(String id) throws IOException {
    return rows.value(ROWS, DATA + id).map(CursorComposers::parsed).filter(Json::isObject);
  }

  private static boolean isListed(Json composer) {
    return composer.isObject()
        && !composer.get("isDraft").isTrue()
        && composer.get("subagentInfo").text("parentComposerId").isEmpty();
  }

  private static int count(Json data) {
    return data.get("conversation").elements().size()
        + data.get("fullConversationHeadersOnly").elements().size();
  }

  private CursorConversation conversation(String id, Json composer, String folder) {
    return new CursorConversation(
        CursorConversation.KeptAs.COMPOSER,
        file,
        id,
        composer.text("name"),
        folder,
        Times.ofMillis(composer.get("createdAt")),
        Times.ofMillis(composer.get("lastUpdatedAt")),
        composer.number("lastUpdatedAt") + " " + count(composer));
  }

  private Optional<CursorWorkspace> workspaceOf(String composer) {
    return workspaces.stream().filter(one -> one.composers().contains(composer)).findFirst();
  }

  /** The folder of a conversation whose header names its workspace. */
  private String folder(String composer, Json workspace) {
    var path = workspace.get("uri").text("fsPath");
    return !path.isEmpty()
        ? path
        : workspaces.stream()
            .filter(one -> one.id().equals(workspace.text("id")))
            .findFirst()
            .map(CursorWorkspace::folder)
            .orElse(folderOf(composer));
  }

  private String folderOf(String composer) {
    return workspaceOf(composer).map(CursorWorkspace::folder).orElse("");
  }
}
