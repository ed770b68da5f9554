package dev.mantra.formats.conversation;

import dev.mantra.formats.conversation.NumberedEntry.Basis;
import dev.mantra.formats.conversation.Timing.Moment;
import dev.mantra.formats.event.Entry.Kind;
import dev.mantra.formats.event.Entry.Source;

/**
 * What was to be seen of a reply that was cut off, where the transcript has nothing of it.
 *
 * @param at when its last words were drawn, in nanoseconds since the session's start
 * @param conversation the agent's own id of the conversation
 */
public record ShownReply(long at, String agent, String conversation, String text) {

  DerivedEntry entry() {
    return new DerivedEntry(
        EntryOutline.derived(
            at, agent, conversation, Kind.ASSISTANT, Source.SHOWN, text, ToolUse.NONE),
        new Moment(at, Basis.SHOWN));
  }
}
