package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an agent by the words it was started with: a program of its own, or a script that an
 * interpreter runs.
 */
final class AgentCommand {

  private static final Map<String, Agent> PROGRAMS =
      Map.of(
          "claude", Agent.CLAUDE,
          "codex", Agent.CODEX,
          "gemini", Agent.GEMINI,
          "cursor-agent", Agent.CURSOR);

  /** How the folder is called from which an agent's script is run, whatever the script's name. */
  private static final Map<String, Agent> PACKAGES =
      Map.of(
          "/@anthropic-ai/claude-code/", Agent.CLAUDE,
          "/@openai/codex/", Agent.CODEX,
          "/@google/gemini-cli/", Agent.GEMINI,
          "/cursor-agent/versions/", Agent.CURSOR);

  private static final Set<String> INTERPRETERS = Set.of("node", "nodejs", "bun", "deno");

  /** Codex runs as these in the background, for any number of terminals and editors. */
  private static final Set<String> CODEX_SERVERS =
      Set.of("app-server", "mcp-server", "exec-server");

  private AgentCommand() {}

  /** The agent that a person or a script talks to in this process. */
  static Optional<Agent> agent(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var program = name(words.getFirst());
    var agent = Optional.ofNullable(PROGRAMS.get(program));
    if (INTERPRETERS.contains(program)) {
      agent =
          words.stream()
              .skip(1)
              .filter(word -> !word.startsWith("-"))
              .findFirst()
              .flatMap(AgentCommand::ofScript);
    }
    return agent.filter(found -> found != Agent.CODEX || !isServer(words));
  }

  private static Optional<Agent> ofScript(String script) {
    for (var one : PACKAGES.entrySet()) {
      if (script.contains(one.getKey())) {
        return Optional.of(one.getValue());
      }
    }
    return Optional.ofNullable(PROGRAMS.get(name(script)));
  }

  private static boolean isServer(List<String> words) {
    return words.stream().anyMatch(CODEX_SERVERS::contains);
  }

  /** A program's name without its folder and its ending. */
  private static String name(String program) {
    // A title that a process gave itself may go on behind the name.
    var word = program.strip().split(" ", 2)[0];
    var file = word.substring(word.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
