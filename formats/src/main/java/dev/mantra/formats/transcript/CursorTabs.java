package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The conversations of 2023 and 2024: the tabs of a workspace, all in one value. */
final class CursorTabs {

  private final CursorWorkspace workspace;
  private final Json tabs;

  CursorTabs(CursorWorkspace workspace, KeyedRows rows) throws IOException {
    this.workspace = workspace;
    this.tabs = CursorWorkspace.item(rows, CursorWorkspace.TABS).get("tabs");
  }

  void list(Consumer<CursorConversation> found) {
    for (var tab : tabs.elements()) {
      int count = tab.get("bubbles").elements().size();
      if (count > 0) {
        found.accept(
            new CursorConversation(
                CursorConversation.KeptAs.TAB,
                workspace.database(),
                tab.text("tabId"),
                tab.text("chatTitle"),
                workspace.folder(),
                Optional.empty(),
                Times.ofMillis(tab.get("lastSendTime")),
                tab.number("lastSendTime") + " " + count));
      }
    }
  }

  void read(CursorConversation listed, TranscriptSink sink) {
    var voice = new CursorVoice(sink, listed.id(), Optional.empty());
    for (var tab : tabs.elements()) {
      if (tab.text("tabId").equals(listed.id())) {
        voice.begin(listed, voice.row(Bytes.utf8(tab.asWritten())));
        tell(tab, voice, workspace.prompts().within(Optional.empty(), listed.updated()));
      }
    }
  }

  private static void tell(Json tab, CursorVoice voice, CursorPromptTimes prompts) {
    int number = 0;
    for (var bubble : tab.get("bubbles").elements()) {
      number++;
      var row = voice.row(Bytes.utf8(bubble.asWritten()));
      var id = bubble.text("id").isEmpty() ? "bubble " + number : bubble.text("id");
      var text = bubble.text("text").isEmpty() ? bubble.text("rawText") : bubble.text("text");
      switch (bubble.text("type")) {
        case "user" ->
            voice.tell(voice.entry(id, Kind.USER).time(prompts.of(text)).text(text).build(), row);
        case "ai" ->
            voice.tell(
                voice
                    .entry(id, Kind.ASSISTANT)
                    .model(bubble.get("modelType").optionalText())
                    .text(text)
                    .build(),
                row);
        default -> voice.unknown("bubble of type " + bubble.text("type"), row);
      }
    }
  }
}
