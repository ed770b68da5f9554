package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process that is an agent.
 *
 * @param stamp tells it from another one with the same number
 * @param started by the clock on the wall
 * @param words its command line
 * @param home the folder where it keeps everything
 * @param folder the path of its working folder
 */
record AgentProcess(
    Agent agent,
    ProcessTable.Stamp stamp,
    Instant started,
    List<String> words,
    Path home,
    String folder) {

  AgentProcess {
    words = List.copyOf(words);
  }

  long pid() {
    return stamp.pid();
  }

  /** The word behind one of these options, or written together with it: {@code --resume=ID}. */
  Optional<String> option(String... names) {
    for (var name : names) {
      for (int i = 1; i < words.size(); i++) {
        if (words.get(i).startsWith(name + "=")) {
          return Optional.of(words.get(i).substring(name.length() + 1));
        }
        if (words.get(i).equals(name) && i + 1 < words.size()) {
          return Optional.of(words.get(i + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what this one writes could be taken for what the other writes. */
  boolean isLike(AgentProcess other) {
    return agent == other.agent
        && home.equals(other.home)
        // A background process of Codex writes for terminals in all folders.
        && (agent == Agent.CODEX || folder.equals(other.folder));
  }
}
