package dev.mantra.formats.conversation;

/** A message that no transcript has: it is known from what was typed or shown. */
record DerivedEntry(EntryOutline outline, Timing.Moment moment) {}
