package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;
import java.util.Optional;

/** The items that the model sees: messages, thoughts, calls of tools and their outputs. */
final class CodexItems {

  private final CodexTeller teller;
  private final CodexPrompts prompts;
  private final CodexReplies replies;
  private final CodexTools tools;

  CodexItems(CodexTeller teller, CodexPrompts prompts, CodexReplies replies, CodexTools tools) {
    this.teller = teller;
    this.prompts = prompts;
    this.replies = replies;
    this.tools = tools;
  }

  void take(CodexRecord record) {
    var payload = record.payload();
    var type = record.type();
    if (!type.equals("message") || !payload.text("role").equals("user")) {
      prompts.settle();
    }
    switch (type) {
      case "message" -> message(record);
      case "reasoning" -> replies.reasoning(record);
      case "agent_message" -> replies.letter(record, isTask(payload));
      case "function_call" -> tools.called(payload.text("name"), payload.text("arguments"), record);
      case "custom_tool_call" -> tools.called(payload.text("name"), payload.text("input"), record);
      case "local_shell_call" ->
          tools.called("local_shell", payload.get("action").asWritten(), record);
      case "tool_search_call" ->
          tools.called("tool_search", payload.get("arguments").asWritten(), record);
      case "function_call_output", "custom_tool_call_output", "tool_search_output" ->
          tools.answered(record);
      case "web_search_call" ->
          tools.calledAndEnded(
              "web_search", payload.get("action").asWritten(), Optional.empty(), record);
      case "image_generation_call" ->
          tools.calledAndEnded(
              "image_generation",
              payload.text("revised_prompt"),
              Optional.of(new Block.Image("", payload.text("result").length() * 3L / 4)),
              record);
      case "ghost_snapshot" ->
          teller.tell(
              teller
                  .entry(record.name(), Kind.SNAPSHOT)
                  .text(payload.get("ghost_commit").text("id")),
              record);
      case "compaction", "compaction_summary", "context_compaction", "compaction_trigger" -> {}
      default -> teller.unknown(type, record);
    }
  }

  private void message(CodexRecord record) {
    switch (record.payload().text("role")) {
      case "user" -> prompts.message(record);
      case "assistant" -> replies.message(record);
      case "developer", "system" -> {}
      default -> teller.unknown("message of " + record.payload().text("role"), record);
    }
  }

  /** Letters go down to a sub-agent, as in {@code /root/survey}, or up from one. */
  private static boolean isTask(Json letter) {
    return letter.text("recipient").length() > letter.text("author").length();
  }
}
