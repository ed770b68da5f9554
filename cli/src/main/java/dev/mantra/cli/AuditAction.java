package dev.mantra.cli;

import dev.mantra.formats.event.Entry.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What passed between a person, an agent and the machine. */
enum AuditAction {
  /** A person said it to the agent. */
  SENT,
  /** The agent had a command run. */
  RAN,
  /** The agent had something read to it. */
  READ,
  /** The agent had a file changed. */
  WROTE,
  /** The agent had something fetched from elsewhere. */
  FETCHED,
  /** The agent called another tool. */
  CALLED;

  /** What agents call their tools. */
  private static final Map<AuditAction, Set<String>> TOOLS =
      Map.of(
          RAN,
          words(
              """
              bash bashoutput shell local_shell exec_command write_stdin run_shell_command
              run_terminal_cmd run_command
              """),
          READ,
          words(
              """
              read read_file read_many_files notebookread view_image grep grep_search
              search_file_content codebase_search glob file_search ls list_dir list_directory
              """),
          WROTE,
          words(
              """
              write write_file edit edit_file multiedit notebookedit replace search_replace
              apply_patch delete_file
              """),
          FETCHED,
          words("webfetch websearch web_fetch web_search google_web_search"));

  /** What an entry of a conversation did; empty for what was only said by the agent. */
  static Optional<AuditAction> of(Kind kind, String tool) {
    return switch (kind) {
      case USER -> Optional.of(SENT);
      case TOOL -> Optional.of(ofTool(tool.toLowerCase(Locale.ROOT)));
      case ASSISTANT, THINKING, PROGRESS, SYSTEM, SUMMARY, SNAPSHOT, FILES, UNKNOWN ->
          Optional.empty();
    };
  }

  private static AuditAction ofTool(String tool) {
    return TOOLS.entrySet().stream()
        .filter(action -> action.getValue().contains(tool))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(CALLED);
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
