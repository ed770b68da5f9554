package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptSink;
import java.nio.file.Path;
import java.util.function.Function;

/** A transcript's file, whose it is, and what understands it. */
record TranscriptFormat(
    Agent agent,
    Path file,
    TranscriptContext context,
    Function<TranscriptSink, TranscriptParser> parser) {

  GrowingTranscript open(GrowingTranscript.Listener listener) {
    return new GrowingTranscript(file, parser, listener);
  }
}
