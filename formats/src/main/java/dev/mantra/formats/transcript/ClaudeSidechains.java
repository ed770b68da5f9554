package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry.SubAgent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which sub-agent a record of a sidechain belongs to, and which call started it.
 *
 * <p>Up to 1.0 sidechains stand in the main conversation's file, where they are found by their
 * parents, and the call by the prompt that it gave. Later ones name their agent.
 */
final class ClaudeSidechains {

  /** Records of so many sidechains that are not over are known at a time. */
  private static final int MOST = 10_000;

  private final Map<String, String> prompts = bounded();
  private final Map<String, String> calls = bounded();
  private final Map<String, SubAgent> members = bounded();

  /** A call is made, which may start a sub-agent. */
  void called(String call, Json input) {
    var prompt = input.text("prompt");
    if (!prompt.isEmpty()) {
      prompts.put(prompt, call);
    }
  }

  /** A call has started an agent. */
  void started(String agent, String call) {
    calls.put(agent, call);
  }

  SubAgent of(ClaudeRecord record) {
    var agent = record.json().text("agentId");
    if (!agent.isEmpty()) {
      return new SubAgent(agent, calls.getOrDefault(agent, ""));
    }
    var known = Optional.ofNullable(members.get(record.parent()));
    var found = known.orElseGet(() -> begun(record));
    members.put(record.uuid(), found);
    return found;
  }

  private SubAgent begun(ClaudeRecord root) {
    var call = Optional.ofNullable(prompts.remove(root.firstText())).orElse("");
    return new SubAgent(root.uuid(), call);
  }

  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }
}
