package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the recorded program: the user's, byte for byte, and the two variables of rec.
 *
 * <p>Ours is not quite the user's. The launcher is a shell script, and a shell drops variables
 * whose names it does not like (those of exported bash functions, for one) and mends others; and it
 * hides from our JVM what is meant for other Java programs. So it hands over a copy of what it was
 * given.
 */
final class ChildEnvironment {

  /** The launcher's copy: /proc/PID/environ in base64. */
  private static final String COPY = "MANTRA_ENVIRON";

  private final List<Bytes> entries;

  private ChildEnvironment(List<Bytes> entries) {
    this.entries = entries;
  }

  /** The environment the launcher was given. */
  static ChildEnvironment given() {
    var ours = new ChildEnvironment(NativeStrings.environment());
    var copy = ours.value(COPY);
    return copy == null || copy.isEmpty()
        ? ours.without(COPY)
        : new ChildEnvironment(split(Base64.getDecoder().decode(copy.toArray())));
  }

  /** This environment with the two variables that say what session this is. */
  ChildEnvironment inSession(String id) {
    var session = without("MANTRA_SESSION").without("MANTRA_REC");
    session.entries.add(Bytes.utf8("MANTRA_SESSION=" + id));
    session.entries.add(Bytes.utf8("MANTRA_REC=1"));
    return session;
  }

  List<Bytes> entries() {
    return entries;
  }

  /** A variable's value; null when it is not set. */
  @Nullable Bytes value(String name) {
    for (var entry : entries) {
      if (isNamed(entry, name)) {
        return entry.slice(name.length() + 1, entry.length() - name.length() - 1);
      }
    }
    return null;
  }

  private ChildEnvironment without(String name) {
    var others = new ArrayList<>(entries);
    others.removeIf(entry -> isNamed(entry, name));
    return new ChildEnvironment(others);
  }

  static List<Bytes> split(byte[] block) {
    var entries = new ArrayList<Bytes>();
    for (int from = 0, at = 0; at < block.length; at++) {
      if (block[at] == 0) {
        entries.add(Bytes.copyOf(block, from, at - from));
        from = at + 1;
      }
    }
    return entries;
  }

  private static boolean isNamed(Bytes entry, String name) {
    var wanted = (name + "=").getBytes(StandardCharsets.US_ASCII);
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
