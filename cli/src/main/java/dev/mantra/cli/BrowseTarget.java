package dev.mantra.cli;

import dev.mantra.formats.journal.Session;

/**
 * A place that can be looked at and played.
 *
 * @param position where playing begins, as {@code --at} takes it
 * @param at where the screen is looked at, in nanoseconds from the session's start
 * @param text what was found there; empty where nothing was looked for
 */
record BrowseTarget(Session session, String position, long at, String text) {}
