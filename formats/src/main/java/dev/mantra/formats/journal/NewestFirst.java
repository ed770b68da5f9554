package dev.mantra.formats.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the list of sessions, and so what {@code last} means.
 *
 * <p>Names tell the second of the start. Where several began in the same one, a script's say, their
 * headers are read for the rest: reading all of them would slow the list down.
 */
final class NewestFirst {

  private static final Comparator<Session> BY_NAME = (one, other) -> other.id().compareTo(one.id());

  private final Map<Session, Instant> starts = new HashMap<>();

  private NewestFirst() {}

  static void sort(List<Session> sessions) {
    sessions.sort(BY_NAME);
    new NewestFirst().sortSeconds(sessions);
  }

  private void sortSeconds(List<Session> sessions) {
    for (int from = 0, to; from < sessions.size(); from = to) {
      var first = sessions.get(from).id();
      to = from + 1;
      while (to < sessions.size() && sessions.get(to).id().isOfSameSecond(first)) {
        to++;
      }
      if (to > from + 1) {
        var exact = Comparator.<Session, Instant>comparing(this::start).reversed();
        sessions.subList(from, to).sort(exact.thenComparing(BY_NAME));
      }
    }
  }

  private Instant start(Session session) {
    return starts.computeIfAbsent(session, Session::startedAt);
  }
}
