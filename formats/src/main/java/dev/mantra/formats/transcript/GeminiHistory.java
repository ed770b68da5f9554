package dev.mantra.formats.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages that were told, so that those of a history that is written down once more are found
 * again: by their ids, or when they got new ones, by their texts, the n-th of a text being the n-th
 * that was told.
 */
final class GeminiHistory {

  /** A message that was told. */
  static final class Told {
    private final String name;
    private final String before;
    private boolean isCounted;

    private Told(String name, String before) {
      this.name = name;
      this.before = before;
    }

    /** The first id it had: its entries are named after it. */
    String name() {
      return name;
    }

    /** The entry that was told last before it. */
    String before() {
      return before;
    }

    /** Whether its tokens are to be told, which is so once. */
    boolean count() {
      boolean isFirst = !isCounted;
      isCounted = true;
      return isFirst;
    }
  }

  private final Map<String, Told> current = new LinkedHashMap<>();
  private final Map<Long, List<Told>> byText = new HashMap<>();
  private final Map<Long, Integer> met = new HashMap<>();

  boolean isEmpty() {
    return current.isEmpty();
  }

  Optional<Told> find(String id) {
    return Optional.ofNullable(current.get(id));
  }

  /**
   * A message that there was not.
   *
   * @param before the entry that was told last
   */
  Told add(String id, String before) {
    var told = new Told(id, before);
    current.put(id, told);
    return told;
  }

  /** A message has got another id. */
  void rename(Told told, String id) {
    current.put(id, told);
  }

  /** A message is told with a text; false when it was told with this one before. */
  boolean tell(Told told, String text) {
    var all = byText.computeIfAbsent(Seen.hash(text.strip()), _ -> new ArrayList<>(1));
    return !all.contains(told) && all.add(told);
  }

  /** A history begins that is written down once more. */
  void again() {
    met.clear();
  }

  /** The message whose text it is, in a history that is written down once more. */
  Optional<Told> meet(String text) {
    long hash = Seen.hash(text.strip());
    int number = met.merge(hash, 1, Integer::sum);
    var all = byText.getOrDefault(hash, List.of());
    return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }

  /** The conversation goes back: this message and all after it do not count any more. */
  void cut(String id) {
    var ids = new ArrayList<>(current.keySet());
    int from = ids.indexOf(id);
    if (from >= 0) {
      current.keySet().removeAll(ids.subList(from, ids.size()));
    }
  }
}
