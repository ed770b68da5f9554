/** The folder a session works in: what its code is. */
@NullMarked
package dev.mantra.recorder.workspace;

import org.jspecify.annotations.NullMarked;
