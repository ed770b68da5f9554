package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry.SubAgent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A session's copy of a transcript.
 *
 * @param file in the session's folder of transcripts
 * @param source where the agent has it, or had it
 * @param written when the agent last wrote it, in nanoseconds since 1970
 * @param change what has become of it since it was copied the last time
 */
record TranscriptCopy(
    Path file, Path source, long size, long written, Optional<SubAgent> subAgent, Change change) {

  /** How the agent's file differs from the copy that there was. */
  enum Change {
    /** There was none. */
    NEW,
    /** It is as it was, or a part of what it was. */
    NONE,
    GROWN,
    /** It is another one now: the old copy stays, and this is one more. */
    REWRITTEN
  }

  String name() {
    return file.getFileName().toString();
  }
}
