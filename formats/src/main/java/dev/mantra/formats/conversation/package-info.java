/**
 * The conversations of a session, numbered: what the entries of agents' transcripts come to
 * together, on the session's own clock.
 *
 * <pre>
 *  Event ─► Facts ─┬─► EntryOutline ─┐
 *                  └─► TypedLine ────┴─► Conversation ─► NumberedEntry
 * </pre>
 *
 * A {@link dev.mantra.formats.conversation.Fact} is small whatever it was made of, so the facts of
 * a whole session may be kept; the texts themselves stay in the journal.
 */
@NullMarked
package dev.mantra.formats.conversation;

import org.jspecify.annotations.NullMarked;
