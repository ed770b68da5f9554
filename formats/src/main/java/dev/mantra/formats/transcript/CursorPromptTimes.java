package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the prompts of a workspace were sent. Cursor keeps a log of the last hundred for other
 * purposes; it is the only place that has the times of prompts from before the end of 2025.
 */
final class CursorPromptTimes {

  private record Sent(long text, Instant time) {}

  private final List<Sent> log;

  private CursorPromptTimes(List<Sent> log) {
    this.log = log;
  }

  /** Reads {@code aiService.generations}. */
  static CursorPromptTimes of(Json generations) {
    var log = new ArrayList<Sent>();
    for (var one : generations.elements()) {
      Times.ofMillis(one.get("unixMs"))
          .ifPresent(time -> log.add(new Sent(Seen.hash(one.text("textDescription")), time)));
    }
    return new CursorPromptTimes(log);
  }

  /** The same log, of which only what lies within a conversation is believed to be of it. */
  CursorPromptTimes within(Optional<Instant> from, Optional<Instant> to) {
    return new CursorPromptTimes(
        new ArrayList<>(
            log.stream()
                .filter(sent -> from.isEmpty() || !sent.time.isBefore(from.get()))
                .filter(sent -> to.isEmpty() || !sent.time.isAfter(to.get()))
                .toList()));
  }

  /** When a prompt was sent; each line of the log is taken once. */
  Optional<Instant> of(String prompt) {
    long hash = Seen.hash(prompt);
    var found = log.stream().filter(sent -> sent.text == hash).findFirst();
    found.ifPresent(log::remove);
    return found.map(Sent::time);
  }
}
