package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block.Began;
import dev.mantra.formats.event.Usage;
import java.util.List;
import java.util.Optional;

/**
 * An agent's conversation that is part of a session.
 *
 * @param id the agent's own
 * @param began how it began, or went on, where the transcript says it
 * @param title what it was called last
 * @param models that replied, in the order in which they first did
 * @param messages how many of the session's messages are its own
 * @param unknown how many of its records are of a kind that was not known
 * @param usage all that was counted, sub-agents included
 */
public record LinkedConversation(
    String agent,
    String id,
    Optional<Began> began,
    Optional<String> title,
    List<String> models,
    int messages,
    int unknown,
    Usage usage) {

  public LinkedConversation {
    models = List.copyOf(models);
  }
}
