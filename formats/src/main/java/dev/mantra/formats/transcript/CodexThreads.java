package dev.mantra.formats.transcript;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of one conversation say about each other: all rollouts that belong to it are read
 * with the same threads, in the order in which they were begun.
 *
 * <ul>
 *   <li>A sub-agent has a rollout of its own, but which call started it only the other one tells.
 *   <li>After a step back, a thread goes on in a further file, a <em>segment</em>, which begins by
 *       saying up to which record the earlier ones still count.
 *   <li>Prompts of 0.29 have no times except in the log of prompts.
 * </ul>
 *
 * For one thread of execution at a time.
 */
public final class CodexThreads {

  /** Of each thread, the places of so many entries are known: nobody steps back further. */
  private static final int PLACES = 20_000;

  private final Map<String, String> calls = new HashMap<>();
  private final Map<String, Deque<Place>> places = new HashMap<>();
  private final Map<String, Deque<Logged>> prompts = new HashMap<>();

  private record Logged(long text, Instant time) {}

  private record Place(long ordinal, String entry) {}

  /** A prompt stands in the log of prompts; the log is read before the rollout. */
  public void logged(CodexPromptLog.Prompt prompt) {
    prompts
        .computeIfAbsent(prompt.thread(), _ -> new ArrayDeque<>())
        .add(new Logged(Seen.hash(prompt.text()), prompt.time()));
  }

  /** When a prompt was typed; each line of the log is taken once. */
  Optional<Instant> typed(String thread, String text) {
    var logged = prompts.getOrDefault(thread, new ArrayDeque<>());
    long hash = Seen.hash(text);
    var found = logged.stream().filter(prompt -> prompt.text == hash).findFirst();
    found.ifPresent(logged::remove);
    return found.map(Logged::time);
  }

  void started(String agent, String call) {
    if (!agent.isEmpty()) {
      calls.put(agent, call);
    }
  }

  /** The call that started a sub-agent; empty when that is not known yet. */
  String callOf(String agent) {
    return calls.getOrDefault(agent, "");
  }

  /** An entry stands at a place of its thread, behind all that were told before. */
  void stands(String thread, long ordinal, String entry) {
    var ofThread = places.computeIfAbsent(thread, _ -> new ArrayDeque<>());
    ofThread.add(new Place(ordinal, entry));
    if (ofThread.size() > PLACES) {
      ofThread.removeFirst();
    }
  }

  boolean knows(String thread) {
    return places.containsKey(thread);
  }

  /**
   * The thread goes on from an earlier record: what stands behind it is forgotten.
   *
   * @return the last entry that is left; empty when none is
   */
  Optional<String> cut(String thread, long end) {
    var ofThread = places.getOrDefault(thread, new ArrayDeque<>());
    while (!ofThread.isEmpty() && ofThread.getLast().ordinal >= end) {
      ofThread.removeLast();
    }
    return Optional.ofNullable(ofThread.peekLast()).map(Place::entry);
  }
}
