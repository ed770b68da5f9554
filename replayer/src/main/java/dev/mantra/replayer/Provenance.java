package dev.mantra.replayer;

import dev.mantra.formats.derived.NumberReader;
import dev.mantra.formats.derived.NumberWriter;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.Session;
import dev.mantra.terminal.Keyframe;
import dev.mantra.terminal.WidthPolicy;

/**
 * What a derived file was made from, and by what: it is good for exactly that.
 *
 * @param layout the version of the file's own layout
 * @param terminal the version of the terminal, which tells how it is written and what it shows
 * @param widths how wide text was taken to be
 * @param session the session's id
 * @param view what the session was read through
 * @param end where the journal's last frame ended, which carries the hash over all before
 */
record Provenance(
    int layout, int terminal, WidthPolicy widths, String session, String view, JournalPlace end) {

  static Provenance of(int layout, WidthPolicy widths, Session session, JournalPlace end) {
    return new Provenance(
        layout, Keyframe.VERSION, widths, session.id().value(), session.view().name(), end);
  }

  /** Whether this was made from what the session was before something was added to it. */
  boolean isEarlierThan(Provenance now) {
    return end.sequence() < now.end.sequence()
        && new Provenance(layout, terminal, widths, session, view, now.end).equals(now);
  }

  /** Whether it was this version of everything that made it, through the same view. */
  boolean isByThis(WidthPolicy policy, Session from) {
    return terminal == Keyframe.VERSION && widths == policy && view.equals(from.view().name());
  }

  void write(NumberWriter out) {
    out.number(layout).number(terminal).text(widths.name()).text(session).text(view).place(end);
  }

  static Provenance read(NumberReader in) {
    return new Provenance(
        in.smallNumber(),
        in.smallNumber(),
        WidthPolicy.valueOf(in.text()),
        in.text(),
        in.text(),
        in.place());
  }
}
