package dev.mantra.cli;

import dev.mantra.recorder.history.Histories;
import dev.mantra.recorder.history.HistoryReport;
import dev.mantra.recorder.history.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what came of the agents' conversations: a line for each that is new or has grown, then sums
 * and what was odd.
 */
final class HistoryLines implements Histories.Listener {

  private static final int MOST_KINDS = 20;

  private final Console console;
  private final ImportProgress progress;
  private final ImportMode mode;
  private final List<String> failures = new ArrayList<>();
  private int imported;
  private int grown;
  private int joined;
  private int unchanged;
  private int deleted;
  private int deferred;
  private long messages;
  private boolean isComplete = true;

  HistoryLines(Console console, ImportProgress progress, ImportMode mode) {
    this.console = console;
    this.progress = progress;
    this.mode = mode;
  }

  @Override
  public void found(int conversations, long bytes) {
    progress.expect(conversations, bytes);
  }

  @Override
  public void read(long bytes) {
    progress.read(bytes);
  }

  @Override
  public void done(Outcome.Source source, Outcome outcome) {
    switch (outcome) {
      case Outcome.Imported made -> {
        imported++;
        messages += made.messages();
        print("imported", source, count(made.messages()), made.session().value());
      }
      case Outcome.Grown more -> {
        grown++;
        messages += more.messages();
        print("grown", source, count(more.messages()) + " more", more.session().value());
      }
      case Outcome.Joined more -> {
        joined++;
        messages += more.messages();
        print("joined", source, count(more.messages()) + " more", more.recording().value());
      }
      case Outcome.Pending pending when pending.session().isPresent() -> {
        grown++;
        print("would grow", source, "", pending.session().get().value());
      }
      case Outcome.Pending _ -> {
        imported++;
        print("would import", source, "", "");
      }
      case Outcome.Unchanged _, Outcome.Empty _ -> unchanged++;
      case Outcome.Deleted gone -> {
        deleted++;
        explain("was deleted", source, gone.session().value());
      }
      case Outcome.Deferred later -> {
        deferred++;
        explain("is left for later", source, "it is being recorded in " + later.recording());
      }
      case Outcome.Failed failed -> failures.add("cannot import " + failed.reason());
    }
    progress.done();
  }

  /** Prints the sums, and what could not be understood. */
  void finish(HistoryReport report) {
    progress.clear();
    failures.forEach(console::notice);
    report
        .skipped()
        .forEach(file -> console.notice("cannot import " + file.path() + ": " + file.reason()));
    isComplete = failures.isEmpty() && report.skipped().isEmpty();
    for (var trouble : report.troubles()) {
      console.notice(trouble.place() + ": " + trouble.reason());
    }
    long more = report.troubleCount() - report.troubles().size();
    if (more > 0) {
      console.notice("and " + more + " more records that could not be read");
    }
    unknown(report);
    sums(report);
  }

  /** How it went; empty when there was nothing. */
  ExitCode status() {
    if (!isComplete) {
      return ExitCode.IO;
    }
    return count() == 0 ? ExitCode.NOTHING : ExitCode.OK;
  }

  /** How many conversations were found. */
  int count() {
    return imported + grown + joined + unchanged + deleted + deferred + failures.size();
  }

  private void unknown(HistoryReport report) {
    for (var kind : report.unknown().stream().limit(MOST_KINDS).toList()) {
      console.notice(
          "unknown: "
              + kind.agent().label()
              + " "
              + kind.kind()
              + ", "
              + kind.count()
              + " times, first in "
              + kind.example());
    }
    int more = report.unknown().size() - MOST_KINDS;
    if (more > 0) {
      console.notice("and " + more + " more kinds of unknown records");
    }
  }

  private void sums(HistoryReport report) {
    long kinds = report.unknown().stream().mapToLong(kind -> kind.count()).sum();
    var sums = new StringBuilder("conversations: ");
    sums.append(imported).append(mode == ImportMode.IMPORT ? " new, " : " would be new, ");
    sums.append(grown).append(mode == ImportMode.IMPORT ? " grown, " : " would grow, ");
    append(sums, joined, " joined recordings, ");
    sums.append(unchanged).append(" unchanged");
    append(sums, deleted, " deleted before", ", ");
    append(sums, deferred, " left for later", ", ");
    append(sums, failures.size(), " failed", ", ");
    if (mode == ImportMode.IMPORT) {
      sums.append("; messages: ").append(messages).append(" new");
      append(sums, kinds, " records of unknown kinds", "; ");
      append(sums, report.troubleCount(), " unreadable records", "; ");
    }
    console.print(sums.toString());
  }

  private void append(StringBuilder sums, long number, String what) {
    if (number > 0) {
      sums.append(number).append(what);
    }
  }

  private void append(StringBuilder sums, long number, String what, String before) {
    if (number > 0) {
      sums.append(before).append(number).append(what);
    }
  }

  private void print(String verb, Outcome.Source source, String what, String session) {
    progress.clear();
    var details = what.isEmpty() ? source.agent().label() : source.agent().label() + ", " + what;
    console.print(
        SafeText.of(verb + " " + source.path() + " (" + details + ") " + session).strip());
  }

  private void explain(String what, Outcome.Source source, String why) {
    if (console.isVerbose()) {
      progress.clear();
      console.notice(source.path() + " " + what + ": " + why);
    }
  }

  private static String count(long messages) {
    return messages == 1 ? "1 message" : messages + " messages";
  }
}
