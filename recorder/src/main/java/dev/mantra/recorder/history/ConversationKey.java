package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import java.util.Optional;

/** Which conversation it is, wherever its files lie: the agent, and the agent's own id of it. */
record ConversationKey(Agent agent, String id) {

  /** For example {@code claude:1b88a7a9-4b4d-4512-b712-7e107a0ac9cc}. */
  @Override
  public String toString() {
    return agent.label() + ":" + id;
  }

  /** The key that reads like this; empty when none does. */
  static Optional<ConversationKey> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Agent.labelled(text.substring(0, colon))
            .map(agent -> new ConversationKey(agent, text.substring(colon + 1)));
  }
}
