package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry.Kind;

/** Replies of the model. Each block has a record of its own, written when the block is complete. */
final class ClaudeReplies {

  /** The model of what Claude Code says itself. */
  static final String SYNTHETIC = "<synthetic>";

  private final ClaudeTeller teller;
  private final ClaudeTools tools;
  private final ClaudeUsage usage;

  ClaudeReplies(ClaudeTeller teller, ClaudeTools tools) {
    this.teller = teller;
    this.tools = tools;
    this.usage = new ClaudeUsage(teller);
  }

  void take(ClaudeRecord record) {
    var content = record.content();
    int number = 0;
    if (content.isText()) {
      text(record, content.text(), record.uuid());
    }
    for (var block : content.elements()) {
      block(record, block, number == 0 ? record.uuid() : record.uuid() + "/" + number);
      number++;
    }
    usage.correct(record, record.json().get("message").text("id"));
    teller.completed(record);
  }

  private void block(ClaudeRecord record, Json block, String id) {
    var type = block.text("type");
    switch (type) {
      case "text" -> text(record, block.text("text"), id);
      case "thinking" -> {
        if (!block.text("thinking").isEmpty()) {
          say(reply(record, id, Kind.THINKING).text(block.text("thinking")), record);
        }
      }
      // Nobody but the model can read it.
      case "redacted_thinking" -> {}
      case "tool_use", "server_tool_use", "mcp_tool_use" ->
          tools.call(record, block, reply(record, block.text("id"), Kind.TOOL));
      default -> {
        if (type.endsWith("_tool_result")) {
          tools.result(record, block);
        } else {
          teller.unknown("assistant/" + type, record);
        }
      }
    }
  }

  private void text(ClaudeRecord record, String text, String id) {
    boolean isFailure = record.json().get("isApiErrorMessage").isTrue();
    if (!text.isEmpty()) {
      say(reply(record, id, isFailure ? Kind.SYSTEM : Kind.ASSISTANT).text(text), record);
    }
  }

  private void say(EntryBuilder entry, ClaudeRecord record) {
    teller.tell(entry, record);
  }

  private EntryBuilder reply(ClaudeRecord record, String id, Kind kind) {
    var message = record.json().get("message");
    var begun = teller.begun().filter(at -> record.time().filter(at::isAfter).isEmpty());
    return teller
        .entry(record, id, kind)
        .started(begun)
        .model(message.get("model").optionalText().filter(name -> !name.equals(SYNTHETIC)))
        .usage(usage.of(record, message.text("id"), id, kind));
  }
}
