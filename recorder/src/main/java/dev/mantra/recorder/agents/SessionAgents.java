package dev.mantra.recorder.agents;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All agents of the session, from the first look for them to the last. */
final class SessionAgents {

  /** Looking at the processes of a machine that has thousands may cost a hundredth of the time. */
  private static final int COST = 100;

  /** A process writes its last words, and then it is gone. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Between two of the last looks: background processes write what they have at once. */
  private static final Duration LAST_GAP = Duration.ofMillis(30);

  private final ProcessTable table;
  private final AgentProcesses processes;
  private final Transcripts transcripts;
  private final Witness witness;
  private final Map<AgentProcess, Followed> followed = new LinkedHashMap<>();
  private final Map<AgentProcess, Instant> ended = new HashMap<>();
  private long processesDue = System.nanoTime();

  SessionAgents(
      ProcessTable table, AgentProcesses processes, Transcripts transcripts, Witness witness) {
    this.table = table;
    this.processes = processes;
    this.transcripts = transcripts;
    this.witness = witness;
  }

  /** The folders in which something would happen that matters. */
  Set<Path> folders() {
    var folders = new HashSet<Path>();
    followed.values().forEach(one -> folders.addAll(one.folders()));
    return folders;
  }

  /**
   * Takes in what is new.
   *
   * @param interval how often processes are looked at
   */
  void look(Duration interval) {
    witness.listen();
    long begin = System.nanoTime();
    if (begin - processesDue >= 0) {
      meet();
      long cost = System.nanoTime() - begin;
      processesDue = begin + Math.max(interval.toNanos(), COST * cost);
    }
    lookForTranscripts();
    transcripts.look();
  }

  /** Takes in what agents have still written when all is over, as long as they write. */
  void lookLast(Duration atMost) throws InterruptedException {
    if (followed.isEmpty()) {
      return;
    }
    long begin = System.nanoTime();
    witness.listen();
    lookForTranscripts();
    while (transcripts.look() && System.nanoTime() - begin < atMost.toNanos()) {
      Thread.sleep(LAST_GAP);
    }
    followed.values().forEach(Followed::end);
  }

  private void lookForTranscripts() {
    var now = witness.now();
    followed.values().forEach(one -> one.look(now));
  }

  private boolean hasRival(AgentProcess process) {
    processes.look();
    return processes.hasRival(process);
  }

  private void meet() {
    processes.look();
    var present = processes.inSession();
    for (var process : present) {
      if (!followed.containsKey(process)) {
        Trail.of(process, table)
            .ifPresent(
                trail ->
                    followed.put(
                        process,
                        new Followed(process, trail, transcripts, () -> hasRival(process))));
      }
      var met = followed.get(process);
      if (met != null && processes.hasRival(process)) {
        met.hasRival();
      }
    }
    var now = witness.now();
    for (var one : List.copyOf(followed.entrySet())) {
      var process = one.getKey();
      if (!present.contains(process)
          && ended.computeIfAbsent(process, _ -> now).plus(GRACE).isBefore(now)) {
        one.getValue().end();
        followed.remove(process);
        ended.remove(process);
      }
    }
  }
}
