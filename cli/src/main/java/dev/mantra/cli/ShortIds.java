package dev.mantra.cli;

import dev.mantra.formats.event.SessionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The shortest beginning of each id that no other id has. */
final class ShortIds {

  /** Day and time to the minute: less would not be readable. */
  private static final int LEAST = "20261121T0248".length();

  private final Map<SessionId, String> names = new HashMap<>();

  ShortIds(Collection<SessionId> all) {
    var sorted = new TreeSet<>(all);
    for (var id : sorted) {
      var before = sorted.lower(id);
      var after = sorted.higher(id);
      int length = LEAST;
      length = before == null ? length : Math.max(length, common(id, before) + 1);
      length = after == null ? length : Math.max(length, common(id, after) + 1);
      var value = id.value();
      names.put(id, value.substring(0, Math.min(length, value.length())));
    }
  }

  String of(SessionId id) {
    return names.getOrDefault(id, id.value());
  }

  private static int common(SessionId a, SessionId b) {
    int i = 0;
    int most = Math.min(a.value().length(), b.value().length());
    while (i < most && a.value().charAt(i) == b.value().charAt(i)) {
      i++;
    }
    return i;
  }
}
