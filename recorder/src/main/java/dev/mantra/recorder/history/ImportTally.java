package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Counts what an import meets, and keeps an example of each. Several threads may tell it. */
final class ImportTally {

  private static final int MOST_KINDS = 500;
  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_KIND = 60;

  private final LongConsumer bytes;
  private final Map<String, UnknownRecords> unknown = new TreeMap<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private long troubleCount;

  /**
   * @param bytes is told of all bytes that are read
   */
  ImportTally(LongConsumer bytes) {
    this.bytes = bytes;
  }

  synchronized void read(long count) {
    bytes.accept(count);
  }

  synchronized void unknown(Agent agent, String kind, Place place) {
    var name = kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) + "…" : kind;
    var key = agent.label() + " " + name;
    var before = unknown.get(key);
    if (before != null) {
      unknown.put(key, new UnknownRecords(agent, name, before.count() + 1, before.example()));
    } else if (unknown.size() < MOST_KINDS) {
      unknown.put(key, new UnknownRecords(agent, name, 1, place));
    }
  }

  synchronized void problem(Place place, String reason) {
    troubleCount++;
    if (troubles.size() < MOST_PROBLEMS) {
      troubles.add(new Trouble(place, reason));
    }
  }

  List<UnknownRecords> unknown() {
    return List.copyOf(unknown.values());
  }

  /** The first records that could not be read. */
  List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  long troubleCount() {
    return troubleCount;
  }
}
