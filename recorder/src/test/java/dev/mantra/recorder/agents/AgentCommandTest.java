package dev.mantra.recorder.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.transcript.Agent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandTest {

  @ParameterizedTest
  @CsvSource({
    "CLAUDE, claude",
    "CLAUDE, /usr/local/bin/claude --resume",
    "CLAUDE, /opt/node_modules/.bin/claude -p hello",
    "CLAUDE, /opt/node_modules/@anthropic-ai/claude-code/bin/claude.exe",
    "CLAUDE, node /opt/node_modules/.bin/claude",
    "CLAUDE, node --no-warnings --enable-source-maps /opt/@anthropic-ai/claude-code/cli.js -c",
    "CODEX, codex resume --last",
    "CODEX, node /usr/bin/codex exec hello",
    "CODEX, /opt/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex",
    "GEMINI, node /usr/bin/gemini",
    "GEMINI, /usr/bin/node --max-old-space-size=8192 /opt/@google/gemini-cli/bundle/gemini.js",
    "CURSOR, cursor-agent",
    "CURSOR, /home/p/.local/share/cursor-agent/versions/1/node /home/p/.local/share/cursor-agent/versions/1/index.js",
  })
  void anAgentIsKnownByItsProgramOrByItsScript(Agent agent, String words) {
    assertEquals(Optional.of(agent), agent(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bash",
        "sh -c claude",
        "vim claude",
        "node server.js claude",
        "node /usr/bin/npx @anthropic-ai/claude-code",
        "npm exec @openai/codex",
        "node",
        "node --version",
        "claude-monitor",
        "/home/claude/bin/make",
        "tail -f /home/p/.codex/history.jsonl",
      })
  void whatOnlyHasTheNameOfOneIsNone(String words) {
    assertEquals(Optional.empty(), agent(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/p/.codex/packages/codex app-server --listen unix://",
        "codex app-server daemon pid-update-loop",
        "codex mcp-server",
      })
  void whatCodexHasInTheBackgroundIsNobodysAgent(String words) {
    assertEquals(Optional.empty(), agent(words));
  }

  @Test
  void aTitleThatAProcessGaveItselfMayGoOnBehindTheName() {
    assertEquals(Optional.of(Agent.CLAUDE), AgentCommand.agent(List.of("claude   ")));
  }

  @Test
  void aProcessWithoutWordsIsNone() {
    assertEquals(Optional.empty(), AgentCommand.agent(List.of()));
  }

  private static Optional<Agent> agent(String words) {
    return AgentCommand.agent(List.of(words.split(" ", -1)));
  }
}
