package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Entry.Original;
import dev.mantra.formats.transcript.LongSet;
import java.util.HashMap;
import java.util.Map;

/** Notices what another file of the same conversation has told, as copies of a file do. */
final class Repetitions {

  private final LongSet told = new LongSet();
  private final Map<String, EntryKeys> files = new HashMap<>();

  /** Whether no other file has told an entry. */
  boolean isNew(Entry entry) {
    var file = entry.original().map(Original::file).orElse("");
    return told.add(files.computeIfAbsent(file, _ -> new EntryKeys()).next(entry));
  }
}
