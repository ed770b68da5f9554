/** Recordings of other programs: read from asciicast, script and ttyrec, written as asciicast. */
@NullMarked
package dev.mantra.formats.asciicast;

import org.jspecify.annotations.NullMarked;
