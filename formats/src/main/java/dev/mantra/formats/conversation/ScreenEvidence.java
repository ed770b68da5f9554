package dev.mantra.formats.conversation;

import java.util.List;
import java.util.Set;

/**
 * What a session's screens tell of its conversation.
 *
 * @param replies what was found where {@link Conversation#cutTurns} says
 * @param swallowed the moments of those of {@link Conversation#unwrittenPrompts} that were never to
 *     be seen: something else than the agent's input took the keys
 */
public record ScreenEvidence(List<ShownReply> replies, Set<Long> swallowed) {

  public static final ScreenEvidence NONE = new ScreenEvidence(List.of(), Set.of());

  public ScreenEvidence {
    replies = List.copyOf(replies);
    swallowed = Set.copyOf(swallowed);
  }
}
