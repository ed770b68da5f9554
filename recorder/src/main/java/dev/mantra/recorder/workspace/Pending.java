package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What is still to be looked at: names in folders that the file system told of, and whether
 * somebody wants it looked at now. Shared by the threads that tell and the one that looks.
 */
final class Pending {

  /** When nothing has happened for so long, a change is over. */
  private static final long QUIET_NANOS = 100_000_000;

  /** Changes that go on are looked at every so often all the same. */
  private static final long LONGEST_NANOS = 500_000_000;

  /** With more names than this in one folder, the whole folder is looked at. */
  private static final int MOST_NAMES = 4096;

  private Map<Bytes, Names> folders = new HashMap<>();
  private long firstAt;
  private long lastAt;
  private boolean wanted;
  private boolean ending;

  /** Names in a folder: none in particular means all of them. */
  record Names(Set<Bytes> some, boolean all) {
    static final Names ALL = new Names(Set.of(), true);
  }

  /** What there is to do. */
  enum Occasion {
    /** Nothing, for as long as was asked. */
    NONE,
    /** Something changed, and then nothing for a while. */
    SETTLED,
    /** Something is said in the conversation: what happened before belongs before it. */
    MESSAGE,
    /** The recording ends. */
    END
  }

  synchronized void add(Bytes folder, Bytes name) {
    touch();
    var names = folders.computeIfAbsent(folder, _ -> new Names(new HashSet<>(), false));
    if (!names.all && names.some.add(name) && names.some.size() > MOST_NAMES) {
      folders.put(folder, Names.ALL);
    }
  }

  synchronized void addAll(Bytes folder) {
    touch();
    folders.put(folder, Names.ALL);
  }

  /** What has changed should be looked at now. */
  synchronized void want() {
    wanted = true;
    notifyAll();
  }

  synchronized void end() {
    ending = true;
    notifyAll();
  }

  synchronized boolean isEnding() {
    return ending;
  }

  /** Everything there is, which is the caller's from now on. */
  synchronized Map<Bytes, Names> take() {
    var taken = folders;
    folders = new HashMap<>();
    return taken;
  }

  /** Waits for something to do, at most for {@code patience} if there is one. */
  synchronized Occasion await(Optional<Long> patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.orElse(0L);
    while (true) {
      if (ending) {
        return Occasion.END;
      }
      if (wanted) {
        wanted = false;
        return Occasion.MESSAGE;
      }
      long now = System.nanoTime();
      long settled =
          folders.isEmpty()
              ? Long.MAX_VALUE
              : Math.min(lastAt + QUIET_NANOS, firstAt + LONGEST_NANOS) - now;
      if (settled <= 0) {
        return Occasion.SETTLED;
      }
      long left = patience.isPresent() ? deadline - now : Long.MAX_VALUE;
      if (left <= 0) {
        return Occasion.NONE;
      }
      long nanos = Math.min(settled, left);
      if (nanos == Long.MAX_VALUE) {
        wait();
      } else {
        wait(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
      }
    }
  }

  private void touch() {
    lastAt = System.nanoTime();
    if (folders.isEmpty()) {
      firstAt = lastAt;
      notifyAll();
    }
  }
}
