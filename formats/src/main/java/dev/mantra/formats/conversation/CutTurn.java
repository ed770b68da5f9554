package dev.mantra.formats.conversation;

import java.util.List;

/**
 * An agent's turn that was interrupted: a reply may have been begun that no transcript has.
 *
 * @param said when the last thing was complete that the agent or the person had said by then
 * @param cut when it was interrupted, in nanoseconds since the session's start
 * @param until when the next message came; {@link Long#MAX_VALUE} when there is none
 * @param replies how the replies begin that the transcript has, of this turn and of the next
 */
public record CutTurn(
    String agent, String conversation, long said, long cut, long until, List<Gist> replies) {

  public CutTurn {
    replies = List.copyOf(replies);
  }
}
