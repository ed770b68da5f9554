package dev.mantra.formats.transcript;

import java.util.Arrays;

/**
 * Which texts have come before: ids, mostly. It holds eight bytes for each, a hash of 64 bits, so
 * that of a million texts two are taken for one with a chance of one in thirty million.
 */
final class Seen {

  private long[] slots = new long[64];
  private int count;

  /** Whether this is the first time. */
  boolean add(String text) {
    if (2 * count >= slots.length) {
      grow();
    }
    return put(slots, hash(text));
  }

  boolean contains(String text) {
    long hash = hash(text);
    int i = index(slots, hash);
    while (slots[i] != 0) {
      if (slots[i] == hash) {
        return true;
      }
      i = (i + 1) & (slots.length - 1);
    }
    return false;
  }

  private boolean put(long[] table, long hash) {
    int i = index(table, hash);
    while (table[i] != 0) {
      if (table[i] == hash) {
        return false;
      }
      i = (i + 1) & (table.length - 1);
    }
    table[i] = hash;
    count++;
    return true;
  }

  private void grow() {
    var old = slots;
    slots = new long[2 * old.length];
    count = 0;
    Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> put(slots, hash));
  }

  private static int index(long[] table, long hash) {
    return (int) (hash >>> 32) & (table.length - 1);
  }

  /** FNV-1a over the characters, finished so that all bits count; never 0, which is a free slot. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
