/** Writes sessions for other programs, one file a format. */
@NullMarked
package dev.mantra.replayer.export;

import org.jspecify.annotations.NullMarked;
