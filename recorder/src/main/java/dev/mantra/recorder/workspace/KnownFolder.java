package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.PathBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A folder of the workspace, what was captured of it last, and what is ignored in it. */
final class KnownFolder {

  /** Clocks of file systems are behind by no more. */
  private static final long TICK_MILLIS = 50;

  private final Bytes path;
  private final Path place;
  private final String prefix;
  private final Map<Bytes, Known> entries = new HashMap<>();
  private final long seenAt = System.currentTimeMillis();
  private IgnoreRules rules;

  KnownFolder(Bytes path, Path place, IgnoreRules rules) {
    this.path = path;
    this.place = place;
    this.prefix = prefix(path);
    this.rules = rules;
  }

  /** Its path in the workspace; empty for the workspace itself. */
  Bytes path() {
    return path;
  }

  Path place() {
    return place;
  }

  Map<Bytes, Known> entries() {
    return entries;
  }

  IgnoreRules rules() {
    return rules;
  }

  void setRules(IgnoreRules rules) {
    this.rules = rules;
  }

  /** The path in the workspace of what has this name here. */
  Bytes pathOf(Bytes name) {
    if (path.isEmpty()) {
      return name;
    }
    var joined = new byte[path.length() + 1 + name.length()];
    path.copyTo(joined, 0);
    joined[path.length()] = '/';
    name.copyTo(joined, path.length() + 1);
    return Bytes.wrap(joined);
  }

  Path placeOf(Bytes name) {
    return PathBytes.below(place, name);
  }

  /** Whether it is this folder or one in it. */
  boolean isIn(KnownFolder other) {
    int length = other.path.length();
    return length == 0
        || (path.length() >= length
            && path.slice(0, length).equals(other.path)
            && (path.length() == length || path.at(length) == '/'));
  }

  /** Whether something was here already when this folder was looked at first. */
  boolean hasSeen(Stamp stamp) {
    return TimeUnit.NANOSECONDS.toMillis(stamp.changed()) < seenAt - TICK_MILLIS;
  }

  /** Its path as rules of ignoring see it. */
  String prefix() {
    return prefix;
  }

  static String prefix(Bytes folder) {
    return folder.isEmpty() ? "" : text(folder) + "/";
  }

  static String text(Bytes name) {
    return new String(name.toArray(), StandardCharsets.UTF_8);
  }

  /** What it looked like when it was captured. */
  Snapshot snapshot() {
    var stamps = new HashMap<Bytes, Stamp>();
    entries.forEach((name, known) -> stamps.put(name, known.trustedStamp()));
    return new Snapshot(stamps);
  }

  /** The same for some names only. */
  Snapshot snapshot(Set<Bytes> names) {
    var stamps = new HashMap<Bytes, Stamp>();
    for (var name : names) {
      var known = entries.get(name);
      if (known != null) {
        stamps.put(name, known.trustedStamp());
      }
    }
    return new Snapshot(stamps);
  }
}
