package dev.mantra.cli;

import dev.mantra.formats.conversation.Conversation;
import dev.mantra.formats.conversation.Fact;
import dev.mantra.formats.conversation.Facts;
import dev.mantra.formats.conversation.LinkedConversation;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.formats.journal.Damage;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.journal.SessionSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a session turned out to hold when it was read from its beginning to its end.
 *
 * @param marks markers set while recording and marks set later
 * @param hiddenInputs how often something was typed that was not shown
 * @param unknown events of a kind this version does not know
 * @param conversation what was said
 */
record SessionContents(
    SessionSummary summary,
    Totals totals,
    List<Event.Gap> gaps,
    List<Damage> damage,
    List<Annotations.Mark> marks,
    List<WindowSize> sizes,
    long hiddenInputs,
    long pauses,
    long unknown,
    FileCount files,
    Conversation conversation) {

  /** More of them are only counted: a person looks at no more, and memory stays bounded. */
  private static final int MOST = 1000;

  static SessionContents read(Session session) throws IOException {
    var summary = session.summary();
    var totals = Totals.NONE;
    var gaps = new ArrayList<Event.Gap>();
    var marks = new ArrayList<>(summary.notes().marks());
    var sizes = new ArrayList<>(List.of(summary.header().size()));
    long hidden = 0;
    long pauses = 0;
    long unknown = 0;
    var files = new FileCount(MOST);
    var facts = new ArrayList<Fact>();
    var picker = new Facts(facts::add);
    try (var reader = session.read()) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        totals = totals.plus(next.get());
        picker.accept(next.get());
        switch (next.get()) {
          case Event.Gap gap -> add(gaps, gap);
          case Event.Marker marker -> add(marks, new Annotations.Mark(marker.at(), marker.label()));
          case Event.Resize resize -> add(sizes, resize.size());
          case Event.HiddenInput _ -> hidden++;
          case Event.Paused _ -> pauses++;
          case Event.Unknown _ -> unknown++;
          case Event.Snapshot snapshot -> files.count(snapshot);
          case Event.FileChange change -> files.count(change);
          case Event.NotCaptured event -> files.count(event);
          case Event.Output _, Event.Input _, Event.Message _, Event.Resumed _, Event.End _ -> {}
        }
      }
      marks.sort(Comparator.comparingLong(Annotations.Mark::at));
      return new SessionContents(
          summary,
          totals,
          List.copyOf(gaps),
          List.copyOf(reader.damage()),
          List.copyOf(marks),
          List.copyOf(sizes),
          hidden,
          pauses,
          unknown,
          files,
          Conversation.of(summary.header(), facts));
    }
  }

  /** All tokens that were counted, in all conversations. */
  Usage tokens() {
    return conversation.linked().stream()
        .map(LinkedConversation::usage)
        .reduce(Usage.NONE, Usage::plus);
  }

  private static <T> void add(List<T> list, T element) {
    if (list.size() < MOST) {
      list.add(element);
    }
  }
}
