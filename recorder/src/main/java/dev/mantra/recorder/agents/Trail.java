package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.TranscriptContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one process of an agent leaves behind that leads to its transcripts. What cannot be read is
 * no evidence, and no trouble.
 */
sealed interface Trail permits ClaudeTrail, CodexTrail, GeminiTrail {

  /** Empty for an agent that keeps its conversations in a database. */
  static Optional<Trail> of(AgentProcess process, ProcessTable table) {
    return switch (process.agent()) {
      case CLAUDE -> Optional.of(new ClaudeTrail(process, table));
      case CODEX -> Optional.of(new CodexTrail(process, table));
      case GEMINI -> Optional.of(new GeminiTrail(process));
      case CURSOR -> Optional.empty();
    };
  }

  /** The folders in which something would happen; they need not be there. */
  Set<Path> folders();

  /** The transcripts that may be its own at this moment. */
  List<Sighting> look();

  /** What belongs to a conversation that is its own: the files of sub-agents, and further parts. */
  List<Path> companions(Path transcript);

  /** Whose a transcript is; empty as long as it does not say. */
  Optional<TranscriptContext> context(Path transcript);
}
