package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a rollout, out of its envelope.
 *
 * @param place where it stands
 * @param payload what it says
 * @param written when it was written, which is read only when it is asked for; empty in 0.29 and
 *     before
 * @param ordinal its number in the thread; -1 where lines are not numbered
 * @param name of the line, for entries that have no other
 */
record CodexRecord(
    TranscriptRecord place, Json payload, String written, long ordinal, String name) {

  Optional<Instant> time() {
    return Times.of(written);
  }

  String type() {
    return payload.text("type");
  }

  /** The id it has, or else the name of its line. */
  String id() {
    var id = payload.text("id");
    return id.isEmpty() ? name : id;
  }

  CodexRecord inside(String member) {
    return new CodexRecord(place, payload.get(member), written, ordinal, name);
  }
}
