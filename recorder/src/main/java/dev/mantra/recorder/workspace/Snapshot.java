package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in one folder, by name, as stat(2) tells it. */
record Snapshot(Map<Bytes, Stamp> entries) {

  static final Snapshot EMPTY = new Snapshot(Map.of());

  /** What is not the same in two snapshots of a folder. */
  record Difference(List<Bytes> came, List<Bytes> went, List<Bytes> changed) {
    boolean isEmpty() {
      return came.isEmpty() && went.isEmpty() && changed.isEmpty();
    }
  }

  /** What has happened from this snapshot to a later one. */
  Difference diffTo(Snapshot later) {
    var came = new ArrayList<Bytes>();
    var changed = new ArrayList<Bytes>();
    for (var entry : later.entries.entrySet()) {
      var before = entries.get(entry.getKey());
      if (before == null) {
        came.add(entry.getKey());
      } else if (!entry.getValue().isUnchangedSince(before)) {
        changed.add(entry.getKey());
      }
    }
    var went = new ArrayList<Bytes>();
    for (var name : entries.keySet()) {
      if (!later.entries.containsKey(name)) {
        went.add(name);
      }
    }
    return new Difference(came, went, changed);
  }
}
