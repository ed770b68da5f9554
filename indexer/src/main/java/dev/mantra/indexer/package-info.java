/**
 * From the journal to hits: what was displayed, said and changed in all sessions, found again.
 *
 * <pre>
 *  Grep ─► SessionScan ─► LineScan ─► LinePattern     every line that an expression is found in
 *            ├─ DisplayedText                          what was displayed: given by the caller
 *            └─ PassageSource ─► Passages ◄─ Said      what was said and changed, kept as text
 * </pre>
 *
 * A hit is a session and a position in it; what the screen was there is for others to show. Texts
 * come in {@link dev.mantra.indexer.TextBlock}s, so that they are gone through as fast as memory is
 * read.
 */
@NullMarked
package dev.mantra.indexer;

import org.jspecify.annotations.NullMarked;
