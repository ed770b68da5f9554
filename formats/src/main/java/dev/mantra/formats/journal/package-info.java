/**
 * The journal: how a session is kept on disk, written so that a crash costs nothing and read so
 * that damage is noticed. The layout is described in {@code docs/journal-format.md}.
 */
@NullMarked
package dev.mantra.formats.journal;

import org.jspecify.annotations.NullMarked;
