package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptSink;

/** What is needed to understand one conversation. */
@FunctionalInterface
interface Parsers {

  /**
   * A parser for one of its transcripts. They are asked for in the order in which these were begun,
   * and may learn from each other.
   */
  TranscriptParser parser(TranscriptContext context, TranscriptSink sink);

  /** What the files beside its transcripts tell. */
  default Beside beside() {
    return Beside.NOTHING;
  }

  /** Makes the parsers of conversations. */
  @FunctionalInterface
  interface Source {
    Parsers parsers(Conversation conversation);
  }
}
