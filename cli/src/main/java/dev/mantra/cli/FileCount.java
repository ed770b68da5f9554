package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a session did to the files of its workspace, counted while its events are read. */
final class FileCount {

  private final Set<Bytes> touched = new HashSet<>();
  private final Map<Bytes, Omission> lacking = new HashMap<>();
  private final List<Event.NotCaptured> missing = new ArrayList<>();
  private final int most;
  private String folder = "";
  private long added;
  private long removed;

  /**
   * @param most how many things that were not captured are kept
   */
  FileCount(int most) {
    this.most = most;
  }

  void count(Event.Snapshot snapshot) {
    folder = snapshot.start().folder().toUtf8();
    snapshot.start().files().forEach(found -> state(found.path(), found.state()));
  }

  void count(Event.FileChange change) {
    var edit = change.edit();
    var state = edit.after().or(edit::before);
    if (state.filter(FileState.Folder.class::isInstance).isEmpty()) {
      touched.add(edit.path());
    }
    edit.from().ifPresent(lacking::remove);
    state(edit.path(), edit.after());
    added += edit.linesAdded();
    removed += edit.linesRemoved();
  }

  void count(Event.NotCaptured event) {
    if (missing.size() < most) {
      missing.add(event);
    }
  }

  /** The workspace's path; empty when none was captured. */
  String folder() {
    return folder;
  }

  int touched() {
    return touched.size();
  }

  long added() {
    return added;
  }

  long removed() {
    return removed;
  }

  /** How many files are named whose last content is not kept, for each reason. */
  Map<Omission, Integer> lacking() {
    var count = new EnumMap<Omission, Integer>(Omission.class);
    lacking.values().forEach(why -> count.merge(why, 1, Integer::sum));
    return count;
  }

  List<Event.NotCaptured> missing() {
    return List.copyOf(missing);
  }

  private void state(Bytes path, Optional<FileState> state) {
    if (state.orElse(null) instanceof FileState.Regular(_, _, FileContent.Missing(var why, _))) {
      lacking.put(path, why);
    } else {
      lacking.remove(path);
    }
  }
}
