package dev.mantra.cli;

import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.journal.Annotations.Entry;
import dev.mantra.formats.journal.Damage;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.JournalWriter;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;

/** Makes a sound session of what is left of a damaged one. */
final class Salvage {

  private final Call call;
  private Totals totals = Totals.NONE;
  private long last;

  Salvage(Call call) {
    this.call = call;
  }

  SessionId run(Session damaged) throws IOException {
    try (var reader = damaged.read()) {
      var header = reader.header();
      long random = new SecureRandom().nextLong();
      var id = SessionId.of(header.startedAt(), header.agent(), random);
      var rescued = call.store().create(id);
      try {
        try (var journal =
            JournalWriter.create(rescued.journal(), header.copy(id, header.startedAt()).build())) {
          copy(reader, journal);
        }
        annotate(damaged, rescued);
        call.store().finish(rescued);
        return id;
      } catch (IOException | RuntimeException e) {
        call.store().delete(rescued);
        throw e;
      }
    }
  }

  private void copy(JournalReader reader, JournalWriter journal) throws IOException {
    int known = 0;
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      var event = next.get();
      known = fill(reader, known, event.at(), journal);
      last = Math.max(last, event.at());
      if (event instanceof Event.End end) {
        journal.append(new Event.End(last, end.reason(), end.status(), totals));
        return;
      }
      append(journal, event);
    }
    fill(reader, known, last, journal);
    journal.append(new Event.End(last, EndReason.IMPORTED, OptionalInt.empty(), totals));
  }

  /** Says what is missing between the event before and the one at {@code at}. */
  private int fill(JournalReader reader, int known, long at, JournalWriter journal)
      throws IOException {
    var damage = reader.damage();
    if (damage.size() > known) {
      var places = damage.subList(known, damage.size());
      append(journal, new Event.Gap(Math.max(at, last), last, bytes(places), reason(places)));
    }
    return damage.size();
  }

  private void append(JournalWriter journal, Event event) throws IOException {
    journal.append(event);
    totals = totals.plus(event);
  }

  private static long bytes(List<Damage> places) {
    return places.stream().mapToLong(place -> Math.max(0, place.to() - place.from())).sum();
  }

  private static String reason(List<Damage> places) {
    var more = places.size() > 1 ? " and " + (places.size() - 1) + " more" : "";
    return "damaged journal: " + places.getFirst() + more;
  }

  private void annotate(Session damaged, Session rescued) throws IOException {
    var notes = damaged.annotations();
    if (notes.title().isPresent()) {
      rescued.annotate(new Entry.Title(notes.title().get()));
    }
    for (var tag : notes.tags()) {
      rescued.annotate(new Entry.Tag(tag));
    }
    for (var mark : notes.marks()) {
      rescued.annotate(new Entry.Marked(mark.at(), mark.label()));
    }
    for (var note : notes.notes()) {
      rescued.annotate(new Entry.Noted(note.made(), note.text()));
    }
    var now = call.around().clock().instant();
    rescued.annotate(new Entry.Noted(now, "salvaged from " + damaged.id()));
  }
}
