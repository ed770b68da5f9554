package dev.mantra.formats.transcript;

import static dev.mantra.formats.transcript.CursorProfile.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CursorHistoryTest {

  private static final String ROWS = "cursorDiskKV";
  private static final String ITEMS = "ItemTable";

  /** Two prompts and a reply, in the order of the headers and not of the keys. */
  private static final String COMPOSER =
      """
      {"_v":13,"composerId":"c1","name":"Buoys","createdAt":1777881600000,"lastUpdatedAt":1777881700000,
       "modelConfig":{"modelName":"model-c"},"subagentComposerIds":[],
       "fullConversationHeadersOnly":[{"bubbleId":"z","type":1},{"bubbleId":"a","type":2}]}\
      """;

  @TempDir Path folder;

  private final Told told = new Told();
  private final List<String> unreadable = new ArrayList<>();
  private CursorProfile profile = new CursorProfile(Path.of(""));

  @BeforeEach
  void makeProfile() {
    profile = new CursorProfile(folder);
  }

  @Test
  void messagesComeInTheOrderThatTheConversationSays() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        COMPOSER,
        "bubbleId:c1:z",
        """
        {"type":1,"text":"Count the buoys.","createdAt":"2026-05-04T08:00:00.000Z"}\
        """,
        "bubbleId:c1:a",
        """
        {"type":2,"text":"Two.","createdAt":"2026-05-04T08:00:02.000Z","tokenCount":{"inputTokens":7,"outputTokens":3}}\
        """,
        "bubbleId:c1:never-listed",
        """
        {"type":1,"text":"Taken back."}\
        """);

    readAll();

    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in
        SUMMARY 08:00:00 | titled Buoys
        USER 08:00:00 | Count the buoys.
        ASSISTANT 08:00:02 | Two.
        """);
    var reply = told.entries.getLast();
    assertEquals(Optional.of("model-c"), reply.model());
    assertEquals(new Usage(7, 0, 0, 3, 0), reply.usage());
    assertEquals("c1", reply.conversation());
  }

  @Test
  void callsHaveTheirResultsAndTheFilesTheyChanged() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        """
        {"composerId":"c1","fullConversationHeadersOnly":[{"bubbleId":"1"},{"bubbleId":"2"},{"bubbleId":"3"},{"bubbleId":"4"},{"bubbleId":"5"},{"bubbleId":"6"}]}\
        """,
        "bubbleId:c1:1",
        tool(
            "edit_file_v2",
            "completed",
            "{\"relativeWorkspacePath\":\"a.txt\"}",
            "{\"beforeContentId\":\"composer.content.b\",\"afterContentId\":\"composer.content.a\"}"),
        "composer.content.b",
        "old\n",
        "composer.content.a",
        "new\n",
        "bubbleId:c1:2",
        tool(
            "edit_file",
            "completed",
            "{\"relativeWorkspacePath\":\"b.txt\"}",
            "{\"diff\":{\"chunks\":[{\"diffString\":\"- x\\n"
                + "+ y\",\"oldStart\":4,\"newStart\":4,\"oldLines\":1,\"newLines\":1}]},\"isApplied\":true}"),
        "bubbleId:c1:3",
        tool(
            "edit_file",
            "completed",
            "{\"relativeWorkspacePath\":\"c.txt\"}",
            "{\"diff\":{\"chunks\":[{\"diffString\":\"+ z\"}]},\"isApplied\":false}"),
        "bubbleId:c1:4",
        tool(
            "run_terminal_command_v2",
            "completed",
            "{\"command\":\"ls\"}",
            "{\"output\":\"gone\\n\",\"exitCodeV2\":2,\"rejected\":false}"),
        "bubbleId:c1:5",
        tool(
            "run_terminal_command_v2",
            "completed",
            "{\"command\":\"rm\"}",
            "{\"output\":\"\",\"rejected\":true}"),
        "bubbleId:c1:6",
        tool("web_search", "cancelled", "{\"q\":\"buoy\"}", ""));

    readAll();

    told.assertShown(
        Told::content,
        """
        SYSTEM | began in
        TOOL | edit_file_v2 {"relativeWorkspacePath":"a.txt"} | DONE {"beforeContentId":"composer.content.b","afterContentId":"composer.content.a"} | MODIFIED a.txt
        TOOL | edit_file {"relativeWorkspacePath":"b.txt"} | DONE {"diff":{"chunks":[{"diffString":"- x\\n+ y","oldStart":4,"newStart":4,"oldLines":1,"newLines":1}]},"isApplied":true} | MODIFIED b.txt @@ -4,1 +4,1 @@\\n-x\\n+y\\n
        TOOL | edit_file {"relativeWorkspacePath":"c.txt"} | DONE {"diff":{"chunks":[{"diffString":"+ z"}]},"isApplied":false}
        TOOL | run_terminal_command_v2 {"command":"ls"} | FAILED 2 gone\\n
        TOOL | run_terminal_command_v2 {"command":"rm"} | REFUSED
        TOOL | web_search {"q":"buoy"} | INTERRUPTED
        """);
    var edit = (dev.mantra.formats.event.Block.Edit) told.entries.get(1).blocks().get(2);
    assertEquals(Optional.of("old\n"), edit.before());
    assertEquals(Optional.of("new\n"), edit.after());
  }

  @Test
  void aSubAgentIsPartOfTheConversationAndOfTheCallThatStartedIt() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        """
        {"fullConversationHeadersOnly":[{"bubbleId":"1"}],"subagentComposerIds":["k"]}\
        """,
        "bubbleId:c1:1",
        tool("task_v2", "completed", "{}", "{\"agentId\":\"k\"}"),
        "composerData:k",
        """
        {"fullConversationHeadersOnly":[{"bubbleId":"2"}],"subagentInfo":{"parentComposerId":"c1"},"subagentComposerIds":["c1"]}\
        """,
        "bubbleId:k:2",
        """
        {"type":2,"text":"Done.","capabilityType":0}\
        """);

    readAll();

    assertEquals(3, told.entries.size(), "what goes round in a circle is told once");
    var last = told.entries.getLast();
    assertEquals("Done.", last.text());
    assertEquals("c1", last.conversation());
    assertEquals(Optional.of(new SubAgent("k", "call-1")), last.subAgent());
  }

  @Test
  void thoughtsSummariesAndEmptyBubblesAreToldForWhatTheyAre() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        """
        {"conversationMap":{"5":{"type":2,"text":"From the map."}},"fullConversationHeadersOnly":[{"bubbleId":"1"},{"bubbleId":"2"},{"bubbleId":"3"},{"bubbleId":"4"},{"bubbleId":"5"},{"bubbleId":"6"},{"bubbleId":"7"}]}\
        """,
        "bubbleId:c1:1",
        """
        {"type":2,"capabilityType":30,"thinking":{"text":"","signature":"s"}}\
        """,
        "bubbleId:c1:2",
        """
        {"type":2,"capabilityType":22}\
        """,
        "bubbleId:c1:3",
        """
        {"type":2,"text":""}\
        """,
        "bubbleId:c1:4",
        """
        {"type":1,"text":"","richText":"{\\"root\\":{\\"children\\":[{\\"type\\":\\"paragraph\\",\\"children\\":[{\\"type\\":\\"text\\",\\"text\\":\\"Typed\\"}]}]}}","images":[{}]}\
        """,
        "bubbleId:c1:6",
        """
        {"type":9}\
        """);

    readAll();

    told.assertShown(
        Told::content,
        """
        SYSTEM | began in
        THINKING
        SYSTEM | The conversation was summed up.
        USER | Typed |  0
        ASSISTANT | From the map.
        """);
    assertEquals(List.of("bubble of type 9"), told.unknown);
    assertEquals(List.of("message 7 is not there"), told.problems);
  }

  @Test
  void conversationsOf2024HaveTheirMessagesInOneRowAndTheirFolderElsewhere() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:old",
        """
        {"_v":1,"composerId":"old","name":"Old","createdAt":1000,"lastUpdatedAt":9000,"conversation":[
         {"type":1,"bubbleId":"1","text":"Again?"},{"type":2,"bubbleId":"2","text":"Yes."},{"type":1,"bubbleId":"3","text":"Again?"}]}\
        """);
    put(
        profile.workspace("w1", "/home/ada/sea%20chart"),
        ITEMS,
        "composer.composerData",
        """
        {"allComposers":[{"composerId":"old"}]}\
        """,
        "aiService.generations",
        """
        [{"unixMs":500,"textDescription":"Again?"},{"unixMs":2000,"textDescription":"Again?"}]\
        """);

    var listed = readAll();

    assertEquals("/home/ada/sea chart", listed.getFirst().folder());
    told.assertShown(
        Told::content,
        """
        SYSTEM 00:00:01 | began in /home/ada/sea chart
        SUMMARY 00:00:01 | titled Old
        USER 00:00:02 | Again?
        ASSISTANT | Yes.
        USER | Again?
        """);
  }

  @Test
  void tabsOf2023AreConversationsToo() throws Exception {
    put(
        profile.workspace("w1", "/home/ada/sea"),
        ITEMS,
        CursorWorkspace.TABS,
        """
        {"tabs":[{"tabId":"t1","chatTitle":"Knots","lastSendTime":5000,"bubbles":[{"type":"user","id":"1","text":"A knot?"},{"type":"ai","id":"2","rawText":"Bowline.","modelType":"model-d"}]},{"tabId":"empty","bubbles":[]}]}\
        """);

    var listed = readAll();

    assertEquals(List.of("t1"), listed.stream().map(CursorConversation::id).toList());
    told.assertShown(
        Told::content,
        """
        SYSTEM | began in /home/ada/sea
        SUMMARY | titled Knots
        USER | A knot?
        ASSISTANT | Bowline.
        """);
  }

  @Test
  void theTerminalsAgentHasADatabaseForEachConversation() throws Exception {
    var meta =
        """
        {"agentId":"chat-1","name":"Piers","createdAt":1777881600000,"lastUsedModel":"model-e"}\
        """;
    var chat = profile.chat("chat-1");
    put(chat, "meta", "0", HexFormat.of().formatHex(meta.getBytes(StandardCharsets.UTF_8)));
    try (var database = CursorProfile.open(chat);
        var statement = database.createStatement()) {
      statement.execute("CREATE TABLE blobs (id TEXT PRIMARY KEY, data BLOB)");
      statement.execute(
          """
          INSERT INTO blobs VALUES ('0','{"role":"system","content":"Be brief."}'),
           ('1','{"role":"user","content":"<user_info>\\nWorkspace Path: /home/ada/pier\\n</user_info>"}'),
           ('2','{"role":"user","content":[{"type":"text","text":"<user_query>\\nCount.\\n</user_query>"}],"createdAt":1777881601000}'),
           ('3', x'0a04'),
           ('4','{"role":"assistant","content":[{"type":"reasoning","text":"Use wc."},{"type":"text","text":"Counting."},{"type":"tool-call","toolCallId":"k1","toolName":"Shell","args":{"command":"wc"}}],"createdAt":1777881602000}'),
           ('5','{"role":"tool","content":[{"type":"tool-result","toolCallId":"k1","result":"11","isError":false}],"createdAt":1777881603000}'),
           ('6','{"role":"assis')
          """);
    }

    var listed = readAll();

    assertEquals("/home/ada/pier", listed.getFirst().folder());
    told.assertShown(
        Told::content,
        """
        SYSTEM 08:00:00 | began in /home/ada/pier
        SUMMARY 08:00:00 | titled Piers
        USER 08:00:01 | Count.
        THINKING 08:00:02 | Use wc.
        ASSISTANT 08:00:02 | Counting.
        TOOL 08:00:02 | Shell {"command":"wc"}
        +TOOL 08:00:03 | DONE 11
        """);
    assertEquals(1, told.problems.size());
  }

  @Test
  void headersListConversationsWithoutReadingThem() throws Exception {
    put(profile.editor(), ROWS, "composerData:c1", "{}", "composerData:k", "{}");
    headers(
        "('c1', 0,"
            + " '{\"name\":\"Now\",\"lastUpdatedAt\":5,\"workspaceIdentifier\":{\"id\":\"w1\"}}')",
        "('k', 1, '{\"lastUpdatedAt\":5}')",
        "('draft', 0, '{\"isDraft\":true}')");
    put(profile.workspace("w1", "/home/ada/sea"), ITEMS, "x", "1");

    var listed = list();

    assertEquals(
        List.of("Now in /home/ada/sea"),
        listed.stream().map(one -> one.title() + " in " + one.folder()).toList());
  }

  @Test
  void theMarkChangesWhenTheConversationDoes() throws Exception {
    put(profile.editor(), ROWS, "composerData:c1", COMPOSER);
    var before = list().getFirst().mark();
    assertEquals(before, list().getFirst().mark());
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        COMPOSER.replace("1777881700000", "1777881700001"));

    assertTrue(!before.equals(list().getFirst().mark()));
  }

  @Test
  void aDatabaseThatIsBeingWrittenIsReadAsItIsNowAndNotTouched() throws Exception {
    var scratch = folder.resolve("scratch");
    try (var app = CursorProfile.open(profile.editor())) {
      try (var statement = app.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
      }
      put(app, ROWS, "composerData:c1", COMPOSER);
      put(app, ROWS, "bubbleId:c1:z", "{\"type\":1,\"text\":\"Just now.\"}");
      app.setAutoCommit(false);
      put(app, ROWS, "bubbleId:c1:a", "{\"type\":2,\"text\":\"Not yet.\"}");
      var before = contents(profile.editor().resolveSibling("."));

      readAll();

      assertEquals(before, contents(profile.editor().resolveSibling(".")));
      app.rollback();
    }
    assertEquals("Just now.", told.entries.getLast().text());
    assertEquals(List.of("message a is not there"), told.problems);
    try (var left = Files.list(scratch)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aDatabaseThatSomebodyHasLockedIsReadAllTheSame() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        COMPOSER,
        "bubbleId:c1:z",
        "{\"type\":1,\"text\":\"Ahoy.\"}");
    try (var app = CursorProfile.open(profile.editor());
        var statement = app.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      readAll();
      statement.execute("ROLLBACK");
    }
    assertEquals("Ahoy.", told.entries.getLast().text());
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedAndCostsOnlyItself() throws Exception {
    Files.createDirectories(profile.editor().resolveSibling("."));
    Files.writeString(profile.editor(), "no database, however long it may be, ".repeat(100));
    put(
        profile.workspace("w1", "/home/ada/sea"),
        ITEMS,
        CursorWorkspace.TABS,
        """
        {"tabs":[{"tabId":"t1","bubbles":[{"type":"user","text":"A knot?"}]}]}\
        """);

    var listed = list();

    assertEquals(1, listed.size());
    assertEquals(1, unreadable.size());
    assertTrue(
        unreadable.getFirst().startsWith("cannot read " + profile.editor()), unreadable.getFirst());
  }

  @Test
  void aConversationThatIsGoneIsAProblemOfItsOwn() throws Exception {
    put(profile.editor(), ROWS, "composerData:c1", COMPOSER);
    var listed = list().getFirst();
    try (var app = CursorProfile.open(profile.editor());
        var statement = app.createStatement()) {
      statement.execute("DELETE FROM cursorDiskKV");
    }
    try (var history = history()) {
      history.read(listed, told);
      assertEquals(List.of("the conversation is not there any more"), told.problems);
      Files.delete(profile.editor());
    }
    try (var history = history()) {
      assertThrows(IOException.class, () -> history.read(listed, told));
    }
  }

  @Test
  void theFoldersAreWhereTheSystemHasThem() {
    var home = Map.of("HOME", "/home/ada");
    assertEquals(
        Path.of("/home/ada/.config/Cursor/User"),
        CursorFolders.of(home, "Linux").orElseThrow().user());
    assertEquals(
        Path.of("/home/ada/Library/Application Support/Cursor/User"),
        CursorFolders.of(home, "Mac OS X").orElseThrow().user());
    assertEquals(Optional.empty(), CursorFolders.of(Map.of(), "Linux"));
  }

  @Test
  void recordsAreTheRowsThatWereRead() throws Exception {
    put(
        profile.editor(),
        ROWS,
        "composerData:c1",
        COMPOSER,
        "bubbleId:c1:z",
        "{\"type\":1,\"text\":\"Ahoy.\"}");
    var rows = new ArrayList<String>();
    var listed = list().getFirst();
    try (var history = history()) {
      history.read(
          listed,
          new TranscriptSink() {
            @Override
            public void entry(Entry entry, TranscriptRecord record) {
              rows.add(record.offset() + " " + record.json().toUtf8());
            }

            @Override
            public void unknown(String kind, TranscriptRecord record) {}

            @Override
            public void problem(String reason, TranscriptRecord record) {}
          });
    }
    assertEquals("1 {\"type\":1,\"text\":\"Ahoy.\"}", rows.getLast());
    assertEquals("0 " + COMPOSER, rows.getFirst());
  }

  private List<CursorConversation> readAll() throws IOException {
    var listed = new ArrayList<CursorConversation>();
    try (var history = history()) {
      history.list(listed::add, (_, reason) -> unreadable.add(reason));
      for (var one : listed) {
        history.read(one, told);
      }
    }
    assertEquals(List.of(), unreadable);
    return listed;
  }

  private List<CursorConversation> list() throws IOException {
    var listed = new ArrayList<CursorConversation>();
    try (var history = history()) {
      history.list(listed::add, (_, reason) -> unreadable.add(reason));
    }
    return listed;
  }

  private CursorHistory history() {
    return new CursorHistory(profile.folders, folder.resolve("scratch"));
  }

  private void headers(String... values) throws IOException, SQLException {
    try (var database = CursorProfile.open(profile.editor());
        var statement = database.createStatement()) {
      statement.execute(
          "CREATE TABLE composerHeaders (composerId TEXT, isSubagent INTEGER, value TEXT)");
      statement.execute("INSERT INTO composerHeaders VALUES " + String.join(",", values));
    }
  }

  private static String tool(String name, String status, String params, String result) {
    return """
    {"type":2,"capabilityType":15,"toolFormerData":{"toolCallId":"call-1","name":"%s","status":"%s","params":"%s","result":"%s"}}\
    """
        .formatted(name, status, escaped(params), escaped(result));
  }

  private static String escaped(String json) {
    return json.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static Map<String, Bytes> contents(Path folder) throws IOException {
    var contents = new java.util.TreeMap<String, Bytes>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        contents.put(file.getFileName().toString(), Bytes.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
