package dev.mantra.formats.conversation;

/** What of an event matters to the order and the numbers of a conversation. */
public sealed interface Fact permits EntryOutline, TypedLine, ShellMark {

  /** When it was journaled, in nanoseconds since the session's start. */
  long at();
}
