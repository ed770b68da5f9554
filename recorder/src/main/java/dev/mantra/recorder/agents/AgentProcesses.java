package dev.mantra.recorder.agents;

import dev.mantra.formats.transcript.Agent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The agents that run in the session, and those that run beside it.
 *
 * <p>To the session belongs what our own process has started, however far down, and whatever has
 * the session's id in its environment: that is inherited also by those that have left their
 * parents. A process is looked at when it is new; those of the session again and again, since a
 * shell may become an agent.
 */
final class AgentProcesses {

  /** A process may be looked at between its birth and the program that it then becomes. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private final ProcessTable table;
  private final InstantSource clock;
  private final long root;
  private final String session;
  private final Map<Long, Known> known = new HashMap<>();

  /** Agents that ran beside the session, and when they were missed: one of each sort. */
  private final Map<AgentProcess, Instant> gone = new HashMap<>();

  /**
   * What is known of a process.
   *
   * @param until it may still become another program
   */
  private record Known(
      ProcessTable.Stamp stamp, boolean ours, Instant until, Optional<AgentProcess> agent) {}

  /**
   * @param root the process whose descendants belong to the session
   * @param session the id that they have in their environment
   */
  AgentProcesses(ProcessTable table, InstantSource clock, long root, String session) {
    this.table = table;
    this.clock = clock;
    this.root = root;
    this.session = session;
  }

  /** Looks at what is new. */
  void look() {
    var now = clock.instant();
    var numbers = table.numbers();
    keep(LongStream.of(numbers).boxed().collect(Collectors.toSet()), now);
    for (long pid : numbers) {
      var before = known.get(pid);
      if (pid != root && (before == null || before.ours() || now.isBefore(before.until()))) {
        table.stamp(pid).ifPresent(stamp -> know(stamp, now));
      }
    }
  }

  /** Those of the session. */
  List<AgentProcess> inSession() {
    return known.values().stream()
        .filter(Known::ours)
        .flatMap(one -> one.agent().stream())
        .toList();
  }

  /**
   * Whether there is another one beside the session whose transcripts could be taken for its, or
   * was one in its time: what that wrote is still there.
   */
  boolean hasRival(AgentProcess process) {
    return beside(known.values().stream()).anyMatch(process::isLike)
        || gone.entrySet().stream()
            .anyMatch(
                one -> process.isLike(one.getKey()) && one.getValue().isAfter(process.started()));
  }

  private static Stream<AgentProcess> beside(Stream<Known> some) {
    return some.filter(one -> !one.ours()).flatMap(one -> one.agent().stream());
  }

  private void keep(Set<Long> present, Instant now) {
    var missed = known.values().stream().filter(one -> !present.contains(one.stamp().pid()));
    beside(missed)
        .toList()
        .forEach(
            rival -> {
              gone.keySet().removeIf(rival::isLike);
              gone.put(rival, now);
            });
    known.keySet().retainAll(present);
  }

  private void know(ProcessTable.Stamp stamp, Instant now) {
    var before =
        Optional.ofNullable(known.get(stamp.pid()))
            .filter(one -> one.stamp().started() == stamp.started());
    var words = table.words(stamp.pid());
    var agent = AgentCommand.agent(words);
    var process =
        before.flatMap(Known::agent).filter(one -> agent.equals(Optional.of(one.agent())));
    known.put(
        stamp.pid(),
        new Known(
            before.map(Known::stamp).orElse(stamp),
            // Before it is a program of its own it has its parent's environment.
            before.map(Known::ours).orElse(false) || isOurs(stamp),
            before.map(Known::until).orElse(now.plus(YOUNG)),
            process.or(() -> agent.flatMap(found -> process(found, stamp, words, now)))));
  }

  private Optional<AgentProcess> process(
      Agent agent, ProcessTable.Stamp stamp, List<String> words, Instant now) {
    try {
      var home = agent.home(table.environment(stamp.pid())).filter(Path::isAbsolute);
      var folder = table.folder(stamp.pid());
      return home.isEmpty() || folder.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new AgentProcess(
                  agent,
                  stamp,
                  now.minus(table.age(stamp)),
                  words,
                  home.get().normalize(),
                  folder.get()));
    } catch (InvalidPathException e) {
      // A name that the locale of this process has no characters for.
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessTable.Stamp stamp) {
    return isDescendant(stamp)
        || session.equals(table.environment(stamp.pid()).get("MANTRA_SESSION"));
  }

  private boolean isDescendant(ProcessTable.Stamp process) {
    var parents = new HashSet<Long>();
    long parent = process.parent();
    while (parent > 1 && parents.add(parent)) {
      var above = known.get(parent);
      if (parent == root || (above != null && above.ours())) {
        return true;
      }
      if (above != null) {
        return false;
      }
      parent = table.stamp(parent).map(ProcessTable.Stamp::parent).orElse(0L);
    }
    return false;
  }
}
