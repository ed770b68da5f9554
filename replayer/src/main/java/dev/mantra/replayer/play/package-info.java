/** Plays sessions back on a terminal that somebody else provides. */
@NullMarked
package dev.mantra.replayer.play;

import org.jspecify.annotations.NullMarked;
