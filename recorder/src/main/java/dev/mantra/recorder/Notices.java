package dev.mantra.recorder;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What went wrong with a recording, each trouble once, to be told when the program has ended. */
public final class Notices {

  private static final int MOST = 3;

  private final Set<String> notices = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
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

  /** Something to be told though it is no trouble with what had to be recorded. */
  public synchronized void mention(String remark) {
    if (remarks.size() < MOST) {
      remarks.add(remark);
    }
  }

  /** Whether there was no trouble. */
  public synchronized boolean isEmpty() {
    return notices.isEmpty();
  }

  /** All of them in one line. */
  public synchronized Optional<String> line() {
    var all = new LinkedHashSet<>(notices);
    all.addAll(remarks);
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }
}
