/** From the journal to what was seen: where positions are in time, and parts of sessions. */
@NullMarked
package dev.mantra.replayer;

import org.jspecify.annotations.NullMarked;
