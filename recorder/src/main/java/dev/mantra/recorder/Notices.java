package dev.mantra.recorder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What went wrong with a recording, each trouble once, to be told when the program has ended. */
public final class Notices {

  private static final int MOST = 5;

  private final Set<String> notices = new LinkedHashSet<>();

  public synchronized void add(String notice) {
    if (notices.size() < MOST) {
      notices.add(notice);
    }
  }

  public synchronized List<String> all() {
    return new ArrayList<>(notices);
  }
}
