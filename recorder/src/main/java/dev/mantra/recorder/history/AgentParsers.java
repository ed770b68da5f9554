package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.ClaudeTranscript;
import dev.mantra.formats.transcript.CodexThreads;
import dev.mantra.formats.transcript.CodexTranscript;
import dev.mantra.formats.transcript.CursorTranscript;
import dev.mantra.formats.transcript.GeminiTranscript;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The parsers of all agents, with what their homes tell beside the transcripts. */
final class AgentParsers implements Parsers.Source {

  private static final int LONGEST_PATH = 8192;

  /** Read once for all conversations of a home. */
  private final Map<Path, CodexNotes> codex = new ConcurrentHashMap<>();

  @Override
  public Parsers parsers(Conversation conversation) {
    return switch (conversation.key().agent()) {
      case CODEX -> new Codex(conversation.key().id(), notes(conversation.path()));
      case CLAUDE -> ClaudeTranscript::new;
      case GEMINI -> new Gemini(conversation.path());
      case CURSOR -> CursorTranscript::new;
    };
  }

  private Optional<CodexNotes> notes(Path rollout) {
    return CodexNotes.home(rollout).map(home -> codex.computeIfAbsent(home, CodexNotes::of));
  }

  private record Gemini(Path transcript) implements Parsers {

    @Override
    public TranscriptParser parser(TranscriptContext context, TranscriptSink sink) {
      return new GeminiTranscript(context, sink);
    }

    /** The folder stands in a file beside that of the chats. */
    @Override
    public Beside beside() {
      var chats = transcript.getParent();
      var file = chats == null ? transcript : chats.resolveSibling(".project_root");
      try {
        var path = Files.size(file) < LONGEST_PATH ? Files.readString(file).strip() : "";
        return new Beside(Optional.empty(), Optional.of(path).filter(text -> !text.isEmpty()));
      } catch (IOException e) {
        // Older versions have none.
        return Beside.NOTHING;
      }
    }
  }

  private record Codex(String thread, Optional<CodexNotes> notes, CodexThreads threads)
      implements Parsers {

    Codex(String thread, Optional<CodexNotes> notes) {
      this(thread, notes, new CodexThreads());
      notes.ifPresent(all -> all.prompts(thread).forEach(threads::logged));
    }

    @Override
    public TranscriptParser parser(TranscriptContext context, TranscriptSink sink) {
      return new CodexTranscript(context, threads, sink);
    }

    @Override
    public Beside beside() {
      return new Beside(notes.flatMap(all -> all.name(thread)), Optional.empty());
    }
  }
}
