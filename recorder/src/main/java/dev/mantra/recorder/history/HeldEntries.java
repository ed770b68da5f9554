package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.Session;
import java.io.IOException;
import java.util.function.Predicate;

/** Which entries a session holds. */
final class HeldEntries {

  private final EntryKeys keys = new EntryKeys();

  private HeldEntries() {}

  /** Reads the entries of a session that are asked for. */
  static HeldEntries of(Session session, Predicate<Entry> which) throws IOException {
    var held = new HeldEntries();
    try (var journal = session.read()) {
      for (var next = journal.next(); next.isPresent(); next = journal.next()) {
        if (next.get() instanceof Event.Message message && which.test(message.entry())) {
          held.keys.next(message.entry());
        }
      }
    }
    return held;
  }

  /** Whether it holds an entry with this key. */
  boolean contains(long key) {
    return keys.contains(key);
  }

  /** Whether it holds an entry with this id, whatever has become of it later. */
  boolean knows(String id) {
    return keys.contains(EntryKeys.first(id));
  }
}
