package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The environment of the recorded program: ours, byte for byte, and the two variables of rec. */
final class ChildEnvironment {

  /** The launcher hides variables from our JVM that the recorded program shall have. */
  private static final String KEPT = "MANTRA_KEPT_";

  private final List<Bytes> entries;

  private ChildEnvironment(List<Bytes> entries) {
    this.entries = entries;
  }

  /** As it was before the launcher, and nothing else. */
  static ChildEnvironment unchanged(List<Bytes> ours) {
    var entries = new ArrayList<Bytes>();
    for (var entry : ours) {
      entries.add(
          startsWith(entry, KEPT)
              ? entry.slice(KEPT.length(), entry.length() - KEPT.length())
              : entry);
    }
    return new ChildEnvironment(entries);
  }

  /** As it was before the launcher, and the two variables that say what session this is. */
  static ChildEnvironment of(List<Bytes> ours, String sessionId) {
    var entries = unchanged(ours).entries;
    entries.removeIf(
        entry -> startsWith(entry, "MANTRA_SESSION=") || startsWith(entry, "MANTRA_REC="));
    entries.add(Bytes.utf8("MANTRA_SESSION=" + sessionId));
    entries.add(Bytes.utf8("MANTRA_REC=1"));
    return new ChildEnvironment(entries);
  }

  List<Bytes> entries() {
    return entries;
  }

  /** A variable's value; null when it is not set. */
  @Nullable Bytes value(String name) {
    for (var entry : entries) {
      if (startsWith(entry, name + "=")) {
        return entry.slice(name.length() + 1, entry.length() - name.length() - 1);
      }
    }
    return null;
  }

  private static boolean startsWith(Bytes entry, String start) {
    var wanted = start.getBytes(StandardCharsets.US_ASCII);
    if (entry.length() < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (entry.at(i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
