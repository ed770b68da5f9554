/** From sources to the journal: what a session is made of is gathered here and written down. */
@NullMarked
package dev.mantra.recorder;

import org.jspecify.annotations.NullMarked;
