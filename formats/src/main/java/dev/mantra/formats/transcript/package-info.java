/**
 * The conversations that agents keep of their sessions, read as entries: one parser for each agent.
 *
 * <pre>
 *  a transcript's file ─► TranscriptReader ─► TranscriptRecord ─► TranscriptParser ─► TranscriptSink
 *  Cursor's databases  ─► CursorHistory ────────────────────────────────────────────►
 * </pre>
 *
 * Nothing of a transcript is believed: it may be cut off, hold a line of many megabytes, or records
 * of a version that nobody has seen. What cannot be understood costs itself only and is reported.
 */
@NullMarked
package dev.mantra.formats.transcript;

import org.jspecify.annotations.NullMarked;
