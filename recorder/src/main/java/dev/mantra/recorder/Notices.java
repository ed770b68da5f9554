package dev.mantra.recorder;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What went wrong with a recording, each trouble once, to be told when the program has ended. */
public final class Notices {

  private static final int MOST = 3;

  private final Set<String> notices = new LinkedHashSet<>();
  private Runnable whenFirst = () -> {};

  /** Has {@code action} run at the first trouble, or now if there was one already. */
  public void onFirst(Runnable action) {
    boolean already;
    synchronized (this) {
      whenFirst = action;
      already = !notices.isEmpty();
    }
    if (already) {
      action.run();
    }
  }

  public void add(String notice) {
    Runnable action;
    synchronized (this) {
      action = notices.isEmpty() ? whenFirst : () -> {};
      if (notices.size() < MOST) {
        notices.add(notice);
      }
    }
    action.run();
  }

  public synchronized boolean isEmpty() {
    return notices.isEmpty();
  }

  /** All of them in one line. */
  public synchronized Optional<String> line() {
    return notices.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notices));
  }
}
