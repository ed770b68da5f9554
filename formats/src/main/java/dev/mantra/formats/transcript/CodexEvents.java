package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry.Kind;

/** The events that the person sees: what the items do not say is taken from them. */
final class CodexEvents {

  private final CodexTeller teller;
  private final CodexThreads threads;
  private final CodexPrompts prompts;
  private final CodexReplies replies;
  private final CodexTools tools;
  private final CodexShell shell;
  private final CodexUsage usage;

  CodexEvents(
      CodexTeller teller,
      CodexThreads threads,
      CodexPrompts prompts,
      CodexReplies replies,
      CodexTools tools,
      CodexShell shell,
      CodexUsage usage) {
    this.teller = teller;
    this.threads = threads;
    this.prompts = prompts;
    this.replies = replies;
    this.tools = tools;
    this.shell = shell;
    this.usage = usage;
  }

  void take(CodexRecord record) {
    var payload = record.payload();
    switch (record.type()) {
      case "user_message" -> prompts.twin(payload.text("message"), record);
      case "item_completed" -> completed(record);
      case "token_count" -> usage.count(record);
      case "turn_aborted" -> said("The turn was aborted: " + payload.text("reason"), record);
      case "thread_rolled_back" -> prompts.rollBack(payload.number("num_turns"), record);
      case "error", "warning", "stream_error" -> said(payload.text("message"), record);
      case "thread_name_updated" ->
          teller.tell(
              teller
                  .entry(record.name(), Kind.SUMMARY)
                  .add(new Block.Titled(payload.text("thread_name"))),
              record);
      case "exec_command_end" -> executed(payload, payload, record);
      case "patch_apply_end" -> tools.changed(payload, payload, record);
      case "collab_agent_spawn_end" ->
          threads.started(payload.text("new_thread_id"), payload.text("call_id"));
      default -> {
        if (!isKnown(record.type())) {
          teller.unknown(record.type(), record);
        }
      }
    }
  }

  private void completed(CodexRecord record) {
    var event = record.payload();
    var item = event.get("item");
    switch (item.text("type")) {
      case "UserMessage" -> prompts.twin(CodexPrompts.text(record.inside("item")), record);
      case "AgentMessage", "Reasoning" -> replies.completed(event, record);
      case "CommandExecution" -> executed(event, item, record);
      case "FileChange" -> tools.changed(event, item, record);
      case "SubAgentActivity" -> {
        if (item.text("kind").equals("started")) {
          threads.started(item.text("agent_thread_id"), item.text("id"));
        }
      }
      case "CollabAgentToolCall" -> {
        if (item.text("tool").startsWith("spawn")) {
          item.get("receiver_thread_ids")
              .elements()
              .forEach(agent -> threads.started(agent.text(), item.text("id")));
        }
      }
      case "ContextCompaction",
          "Plan",
          "HookPrompt",
          "McpToolCall",
          "DynamicToolCall",
          "WebSearch",
          "ImageView",
          "ImageGeneration",
          "EnteredReviewMode",
          "ExitedReviewMode" -> {}
      default -> teller.unknown("item_completed " + item.text("type"), record);
    }
  }

  private void executed(Json event, Json item, CodexRecord record) {
    var done = CodexExecution.of(event, item, record.time());
    if (done.isTyped()) {
      shell.executed(done, record);
    } else {
      tools.executed(done, record);
    }
  }

  private void said(String text, CodexRecord record) {
    teller.tell(teller.entry(record.name(), Kind.SYSTEM).text(text), record);
  }

  /** What an item says as well, or what only moves the screen. */
  private static boolean isKnown(String type) {
    return switch (type) {
      case "agent_message",
          "agent_reasoning",
          "agent_reasoning_raw_content",
          "agent_reasoning_section_break",
          "task_started",
          "task_complete",
          "turn_started",
          "turn_complete",
          "thread_settings_applied",
          "context_compacted",
          "item_started",
          "exec_command_begin",
          "patch_apply_begin",
          "mcp_tool_call_begin",
          "mcp_tool_call_end",
          "web_search_begin",
          "web_search_end",
          "view_image_tool_call",
          "image_generation_end",
          "entered_review_mode",
          "exited_review_mode",
          "turn_diff",
          "plan_update",
          "background_event" ->
          true;
      default -> false;
    };
  }
}
