package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.recorder.IoProblem;
import dev.mantra.recorder.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The session's transcripts, each of which is read once, however many processes have it. */
final class Transcripts {

  private final SessionCopies copies;
  private final Recording recording;
  private final Witness witness;
  private final TranscriptFormats formats = new TranscriptFormats();
  private final Map<Path, Tailed> tails = new LinkedHashMap<>();

  private record Tailed(TranscriptTail tail, Set<Followed> owners) {}

  Transcripts(SessionCopies copies, Recording recording, Witness witness) {
    this.copies = copies;
    this.recording = recording;
    this.witness = witness;
  }

  /** A transcript that may turn out to be one of them. */
  Candidate candidate(Agent agent, Path file, TranscriptContext context, Instant since) {
    return new Candidate(new TranscriptFormats().of(agent, file, context), since, witness);
  }

  /** Begins to follow a transcript, or goes on with it. */
  void follow(Agent agent, Path file, TranscriptContext context, Followed owner, Instant since) {
    var tailed =
        tails.computeIfAbsent(
            file, _ -> new Tailed(tail(formats.of(agent, file, context)), new HashSet<>()));
    if (tailed.owners.isEmpty()) {
      tailed.tail.belongsSince(since);
    }
    tailed.owners.add(owner);
  }

  /** A process does not have it any more. */
  void leave(Path file, Followed owner) {
    var tailed = tails.get(file);
    if (tailed != null && tailed.owners.remove(owner) && tailed.owners.isEmpty()) {
      letGo(tailed.tail);
    }
  }

  /**
   * Reads what is new in those that belong to somebody.
   *
   * @return whether there was something
   */
  boolean look() {
    boolean news = false;
    for (var tailed : tails.values()) {
      if (!tailed.owners.isEmpty()) {
        news |= look(tailed.tail);
      }
    }
    return news;
  }

  private void letGo(TranscriptTail tail) {
    look(tail);
    try {
      tail.letGo();
    } catch (IOException e) {
      copies.failed(IoProblem.describe(e));
    }
  }

  private TranscriptTail tail(TranscriptFormat format) {
    return new TranscriptTail(format, copies, recording, witness);
  }

  private boolean look(TranscriptTail tail) {
    try {
      return tail.look();
    } catch (IOException e) {
      copies.failed(IoProblem.describe(e));
      return false;
    }
  }
}
