package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.formats.journal.SessionSummary;

/** A session on one line, for somebody who looks for one. */
record SessionLine(SessionSummary summary) {

  /** In nanoseconds from its start. */
  long end() {
    return summary.duration().toNanos();
  }

  String text(Call call) {
    var header = summary.header();
    var started = SessionText.localTime(header.startedAt(), call.around().zone().get());
    var facts =
        String.join(
            "  ",
            SessionText.duration(summary.duration()),
            SessionText.agent(summary),
            SessionText.project(header));
    var title = summary.title().orElseGet(() -> SessionText.command(header));
    var console = call.console();
    return console.styled(Style.CYAN, started)
        + SafeText.of("  " + facts)
        + console.styled(Style.BOLD, SafeText.of("  " + title));
  }
}
