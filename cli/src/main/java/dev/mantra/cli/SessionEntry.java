package dev.mantra.cli;

import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import dev.mantra.recorder.IoProblem;
import dev.mantra.redactor.session.KnownSummaries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line of the list: a session and what could be found out about it.
 *
 * @param problem why there is no summary
 */
record SessionEntry(Session session, Optional<SessionSummary> summary, String problem) {

  /** Tells what a list shows of a session. */
  @FunctionalInterface
  private interface Summaries {
    SessionSummary of(Session session) throws IOException;
  }

  static SessionEntry of(Session session, Coverage coverage) {
    return of(session, coverage::summary);
  }

  private static SessionEntry of(Session session, Summaries summaries) {
    try {
      return new SessionEntry(session, Optional.of(summaries.of(session)), "");
    } catch (IOException e) {
      return new SessionEntry(session, Optional.empty(), IoProblem.describe(e));
    } catch (RuntimeException e) {
      // One session whose files are nonsense must not hide all the others.
      return new SessionEntry(session, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * How many messages it holds. Its end says so; where there is none yet, those of a session with
   * agents are counted.
   */
  OptionalLong messages() {
    var end = summary.flatMap(SessionSummary::end);
    if (end.isPresent()) {
      return OptionalLong.of(end.get().totals().messages());
    }
    boolean hasAgents = summary.filter(known -> !known.agents().isEmpty()).isPresent();
    return hasAgents ? counted() : OptionalLong.empty();
  }

  private OptionalLong counted() {
    var totals = Totals.NONE;
    try (var journal = session.read()) {
      for (var next = journal.next(); next.isPresent(); next = journal.next()) {
        totals = totals.plus(next.get());
      }
    } catch (IOException e) {
      // Without the number the line still says everything else.
      return OptionalLong.empty();
    }
    return OptionalLong.of(totals.messages());
  }

  /** Reads as many as asked for at the same time: most of the work is waiting for small files. */
  static List<SessionEntry> all(List<Session> sessions, Coverage coverage) {
    var known = coverage.summaries();
    var summaries = known.<Summaries>map(all -> all::of).orElse(coverage::summary);
    var entries = sessions.parallelStream().map(session -> of(session, summaries)).toList();
    known.ifPresent(SessionEntry::save);
    return entries;
  }

  private static void save(KnownSummaries known) {
    try {
      known.save();
    } catch (IOException e) {
      // The list is there all the same.
    }
  }
}
