package dev.mantra.recorder.history;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.transcript.LongSet;

/**
 * Tells the entries of one conversation apart, by a hash of each: of its id, of what it does to the
 * entry of that id, and how many times that was done before. The same transcript gives the same
 * keys each time it is read.
 */
final class EntryKeys {

  private static final long PRIME = 0x100000001b3L;

  private final LongSet given = new LongSet();

  /** The key of the next entry. */
  long next(Entry entry) {
    for (int times = 0; ; times++) {
      long key = hash(entry.id(), entry.change(), times);
      if (given.add(key)) {
        return key;
      }
    }
  }

  /** The key of the first entry with an id. */
  static long first(String id) {
    return hash(id, Entry.Change.ADDED, 0);
  }

  boolean contains(long key) {
    return given.contains(key);
  }

  /** FNV-1a, finished so that all bits count. */
  private static long hash(String id, Entry.Change change, int times) {
    long hash = mix(mix(0xcbf29ce484222325L, change.name()), id);
    hash = (hash ^ times) * PRIME;
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  private static long mix(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
