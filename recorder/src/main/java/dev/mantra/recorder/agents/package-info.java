/**
 * The agents that run in a session while it is recorded: which processes they are, which
 * transcripts are theirs, and what those say.
 *
 * <pre>
 *  /proc ──► AgentProcesses ──► Trail ──► Sighting ─┐
 *  input ──► Witness ───────────────────────────────┴─► Followed ──► TranscriptTail ──► Recording
 *                                                                         └──► TranscriptCopy
 * </pre>
 *
 * An agent's files are read and never written, and neither its arguments nor its settings are
 * touched. A transcript that could be another session's is left alone.
 */
@NullMarked
package dev.mantra.recorder.agents;

import org.jspecify.annotations.NullMarked;
