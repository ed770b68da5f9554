package dev.mantra.formats.transcript;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The agents whose conversations are understood, and where each of them keeps its files. */
public enum Agent {
  /** Claude Code; seen: 1.0.128, 2.0.77, 2.1.329. */
  CLAUDE("CLAUDE_CONFIG_DIR", ".claude"),
  /** Codex CLI; seen: 0.29.0, 0.113.0, 0.169.0. */
  CODEX("CODEX_HOME", ".codex"),
  /** Gemini CLI; seen: 0.8.2, 0.26.0, 0.61.0. */
  GEMINI("GEMINI_HOME", ".gemini"),
  /** Cursor and cursor-agent; seen: the schemas of 2023 to 2026, in profiles that were made. */
  CURSOR("CURSOR_HOME", ".cursor");

  private final String variable;
  private final String folder;

  Agent(String variable, String folder) {
    this.variable = variable;
    this.folder = folder;
  }

  /** What the agent is called in commands, in the journal and by its users. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The agent that goes by a name. */
  public static Optional<Agent> labelled(String label) {
    return Arrays.stream(values()).filter(agent -> agent.label().equals(label)).findFirst();
  }

  /**
   * The folder that it keeps everything in; empty where neither its variable nor HOME is set.
   *
   * @param environment of the one who runs it
   */
  public Optional<Path> home(Map<String, String> environment) {
    var given = environment.getOrDefault(variable, "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    var home = environment.getOrDefault("HOME", "");
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, folder));
  }
}
