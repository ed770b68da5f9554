/**
 * The relay between the user's terminal and the recorded program's own pseudo-terminal. The only
 * room that calls the operating system's C library.
 */
@NullMarked
package dev.mantra.recorder.pty;

import org.jspecify.annotations.NullMarked;
