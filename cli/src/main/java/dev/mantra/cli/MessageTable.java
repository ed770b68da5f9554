package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import dev.mantra.formats.conversation.Claims;
import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.conversation.NumberedEntry.Standing;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.PositionGrammar;
import java.util.List;
import java.util.Optional;

/** Messages and steps, one a line. */
final class MessageTable {

  private MessageTable() {}

  static Table of(List<NumberedEntry> entries, Claims claims) {
    var table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT));
    for (var entry : entries) {
      var style = style(entry);
      table.row(
          List.of(
              Cell.of(entry.number(), Style.CYAN),
              Cell.of(time(entry), Style.DIM),
              new Cell(MessageKinds.word(entry.outline().kind()), style),
              new Cell(line(entry, claims), style)));
    }
    return table;
  }

  /** To the tenth of a second, which is enough to find one's way. */
  private static String time(NumberedEntry entry) {
    var text = PositionGrammar.format(entry.at() / 100_000_000 * 100_000_000);
    int point = text.indexOf('.');
    return point < 0 ? text + ".0" : text.substring(0, point + 2);
  }

  private static String line(NumberedEntry entry, Claims claims) {
    var line = new StringBuilder();
    if (entry.standing() == Standing.ABANDONED) {
      line.append("(abandoned) ");
    }
    entry
        .outline()
        .subAgent()
        .map(SubAgent::id)
        .ifPresent(id -> line.append('[').append(id).append("] "));
    Headline.fate(entry.outline()).ifPresent(fate -> line.append('(').append(fate).append(") "));
    Headline.failure(entry.outline().tool())
        .ifPresent(failure -> line.append('(').append(failure).append(") "));
    line.append(Headline.of(entry.outline()));
    claims.of(entry).ifPresent(call -> line.append(" (by ").append(call.number()).append(')'));
    return line.toString();
  }

  private static Optional<Style> style(NumberedEntry entry) {
    if (entry.standing() == Standing.ABANDONED) {
      return Optional.of(Style.DIM);
    }
    if (Headline.failure(entry.outline().tool()).isPresent()) {
      return Optional.of(Style.RED);
    }
    return switch (entry.outline().kind()) {
      case USER -> Optional.of(entry.isMessage() ? Style.BOLD : Style.DIM);
      case ASSISTANT -> entry.isMessage() ? Optional.empty() : Optional.of(Style.DIM);
      case THINKING, TOOL, PROGRESS, SYSTEM, SUMMARY, SNAPSHOT, UNKNOWN -> Optional.of(Style.DIM);
      case FILES -> Optional.of(Style.YELLOW);
    };
  }
}
