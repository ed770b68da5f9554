package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.transcript.TranscriptRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A transcript that may be the session's: it is read, and nothing is kept of it, until a prompt in
 * it tells whose it is.
 */
final class Candidate implements GrowingTranscript.Listener {

  /** Prompts that nothing was known about; what was typed is known sooner than what was written. */
  private static final int MOST = 20;

  private final GrowingTranscript transcript;
  private final Instant since;
  private final Witness witness;
  private final Deque<Prompt> prompts = new ArrayDeque<>();

  /** Whether it was begun before the process was. */
  private boolean isOld;

  private boolean begun;

  private record Prompt(String text, Instant time) {}

  /** Who else could have written it. */
  enum Others {
    NONE,
    SOME
  }

  /**
   * @param since when the process began that may have written it
   */
  Candidate(TranscriptFormat format, Instant since, Witness witness) {
    this.transcript = format.open(this);
    this.since = since;
    this.witness = witness;
  }

  /** Reads on and judges. */
  boolean isOurs(Others others) throws IOException {
    transcript.read();
    return prompts.stream().anyMatch(prompt -> isOurs(prompt, others));
  }

  private boolean isOurs(Prompt prompt, Others others) {
    return switch (witness.match(prompt.text, prompt.time)) {
      case SAID -> true;
      case TIMED -> others == Others.NONE;
      // Not all that is sent was typed: it may have been given as an argument, or by an editor.
      case NONE -> others == Others.NONE && (!isOld || !witness.hears());
    };
  }

  @Override
  public void read(TranscriptRecord record, List<GrowingTranscript.Said> said) {
    for (var one : said) {
      var entry = one.entry();
      var time = entry.time();
      if (!begun) {
        begun = true;
        isOld = time.map(at -> at.isBefore(since)).orElse(false);
      }
      if (isPrompt(entry) && !time.map(at -> at.isBefore(since)).orElse(isOld)) {
        prompts.add(new Prompt(entry.text(), time.orElseGet(witness::now)));
        if (prompts.size() > MOST) {
          prompts.remove();
        }
      }
    }
  }

  private static boolean isPrompt(Entry entry) {
    return entry.isMessage() && entry.kind() == Entry.Kind.USER;
  }
}
