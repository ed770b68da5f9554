package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.ClaudeTranscript;
import dev.mantra.formats.transcript.CodexThreads;
import dev.mantra.formats.transcript.CodexTranscript;
import dev.mantra.formats.transcript.GeminiTranscript;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptSink;
import java.nio.file.Path;

/** What understands transcripts that may be parts of each other. */
final class TranscriptFormats {

  private final CodexThreads threads = new CodexThreads();

  TranscriptFormat of(Agent agent, Path file, TranscriptContext context) {
    return new TranscriptFormat(agent, file, context, sink -> parser(agent, context, sink));
  }

  private TranscriptParser parser(Agent agent, TranscriptContext context, TranscriptSink sink) {
    return switch (agent) {
      case CLAUDE -> new ClaudeTranscript(context, sink);
      case CODEX -> new CodexTranscript(context, threads, sink);
      case GEMINI -> new GeminiTranscript(context, sink);
      case CURSOR -> throw new IllegalArgumentException("Cursor keeps no such files");
    };
  }
}
