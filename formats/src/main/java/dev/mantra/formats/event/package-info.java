/** What happened in a session: timed facts, and the places and identities that name them. */
@NullMarked
package dev.mantra.formats.event;

import org.jspecify.annotations.NullMarked;
