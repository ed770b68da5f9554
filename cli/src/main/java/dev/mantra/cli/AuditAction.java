package dev.mantra.cli;

import dev.mantra.formats.event.Entry.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What passed between a person, an agent and the machine. Tools are known by their names. */
enum AuditAction {
  /** A person said it to the agent. */
  SENT(Set.of()),
  /** The agent had a command run. */
  RAN(
      Set.of(
          "bash",
          "bashoutput",
          "shell",
          "local_shell",
          "exec_command",
          "write_stdin",
          "run_shell_command",
          "run_terminal_cmd",
          "run_command")),
  /** The agent had something read to it. */
  READ(
      Set.of(
          "read",
          "read_file",
          "read_many_files",
          "notebookread",
          "view_image",
          "grep",
          "grep_search",
          "search_file_content",
          "codebase_search",
          "glob",
          "file_search",
          "ls",
          "list_dir",
          "list_directory")),
  /** The agent had a file changed. */
  WROTE(
      Set.of(
          "write",
          "write_file",
          "edit",
          "edit_file",
          "multiedit",
          "notebookedit",
          "replace",
          "search_replace",
          "apply_patch",
          "delete_file")),
  /** The agent had something fetched from elsewhere. */
  FETCHED(Set.of("webfetch", "websearch", "web_fetch", "web_search", "google_web_search")),
  /** The agent called another tool. */
  CALLED(Set.of());

  private final Set<String> tools;

  AuditAction(Set<String> tools) {
    this.tools = tools;
  }

  /** What an entry of a conversation did; empty for what was only said by the agent. */
  static Optional<AuditAction> of(Kind kind, String tool) {
    return switch (kind) {
      case USER -> Optional.of(SENT);
      case TOOL ->
          List.of(values()).stream()
              .filter(action -> action.tools.contains(tool.toLowerCase(Locale.ROOT)))
              .findFirst()
              .or(() -> Optional.of(CALLED));
      case ASSISTANT, THINKING, PROGRESS, SYSTEM, SUMMARY, SNAPSHOT, UNKNOWN -> Optional.empty();
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
