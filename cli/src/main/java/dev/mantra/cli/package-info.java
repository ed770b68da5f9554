/** The shell around the verbs: commands, settings, what is printed, exit codes. */
@NullMarked
package dev.mantra.cli;

import org.jspecify.annotations.NullMarked;
