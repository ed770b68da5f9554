package dev.mantra.formats.transcript;

import java.util.Set;

/**
 * Records of Claude Code that say nothing about the conversation. They stay in the verbatim copy.
 */
final class ClaudeTypes {

  /** States and costs, most of them repeated all the time, and the log of requests. */
  static final Set<String> SILENT =
      Set.of(
          "agent-color",
          "agent-name",
          "agent-setting",
          "api-request",
          "api-request-blob",
          "api-request-shape",
          "atis-latch",
          "attribution-snapshot",
          "content-replacement",
          "cost-state",
          "last-prompt",
          "mode",
          "permission-mode",
          "pr-link",
          "tag",
          "task-summary",
          "tools-used",
          "worktree-state");

  /** What the model is told of its surroundings. */
  static final Set<String> ATTACHMENTS =
      Set.of(
          "agent_listing_delta",
          "already_read_file",
          "auto_mode",
          "compact_file_reference",
          "critical_system_reminder",
          "date",
          "date_change",
          "deferred_tools_delta",
          "diagnostics",
          "directory",
          "edited_text_file",
          "environment",
          "file",
          "invoked_skills",
          "mcp_instructions_delta",
          "model",
          "nested_memory",
          "opened_file_in_ide",
          "output_style",
          "plan_file_reference",
          "plan_mode",
          "plan_mode_exit",
          "plan_mode_reentry",
          "prompt_snapshot",
          "selected_lines_in_ide",
          "session_context",
          "skill_listing",
          "task_reminder",
          "todo",
          "todo_reminder");

  private ClaudeTypes() {}
}
