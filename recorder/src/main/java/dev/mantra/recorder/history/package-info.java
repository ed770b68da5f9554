/**
 * The conversations that agents kept before anybody recorded them, made sessions.
 *
 * <pre>
 *  agents' folders ─► TranscriptSearch ─► Conversation ─► copies ─► entries in the order of time ─► journal
 *                                              ▲
 *                                         ImportIndex: what was imported, and from which files
 * </pre>
 *
 * A session holds one conversation, and an entry is in one session only. Files are read and never
 * written; what is understood of them is read from the session's own copies, so that a file may
 * grow or vanish meanwhile.
 */
@NullMarked
package dev.mantra.recorder.history;

import org.jspecify.annotations.NullMarked;
