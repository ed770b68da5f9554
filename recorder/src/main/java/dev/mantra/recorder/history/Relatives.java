package dev.mantra.recorder.history;

import dev.mantra.formats.transcript.Agent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conversations that cannot be imported at the same time: forks must know what the others of their
 * family have, and a database is read by one at a time.
 */
final class Relatives {

  private Relatives() {}

  /**
   * Puts relatives together, the one that ended first at the beginning: what forks share stays with
   * it, as it is the older one.
   */
  static Collection<List<Conversation>> families(List<Conversation> all) {
    var families = new ArrayList<List<Conversation>>();
    Map<String, List<Conversation>> byRoot = new HashMap<>();
    for (var one : all) {
      var root = root(one);
      var family = root.isEmpty() ? null : byRoot.get(root);
      if (family == null) {
        family = new ArrayList<>(1);
        families.add(family);
        if (!root.isEmpty()) {
          byRoot.put(root, family);
        }
      }
      family.add(one);
    }
    families.forEach(family -> family.sort(Comparator.comparingLong(Conversation::modified)));
    return families;
  }

  private static String root(Conversation one) {
    return one.key().agent() == Agent.CURSOR
        ? Agent.CURSOR.label()
        : one.files().getFirst().owner().root();
  }
}
