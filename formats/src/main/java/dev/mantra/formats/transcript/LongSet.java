package dev.mantra.formats.transcript;

/** A set of hashes, eight bytes each; zero is never in it. */
public final class LongSet {

  private long[] slots = new long[64];
  private int count;

  /** Whether it was not in the set before. */
  public boolean add(long hash) {
    if (2 * count >= slots.length) {
      grow();
    }
    int i = find(slots, hash);
    if (slots[i] != 0) {
      return false;
    }
    slots[i] = hash;
    count++;
    return true;
  }

  public boolean contains(long hash) {
    return slots[find(slots, hash)] != 0;
  }

  private void grow() {
    var larger = new long[2 * slots.length];
    for (long hash : slots) {
      if (hash != 0) {
        larger[find(larger, hash)] = hash;
      }
    }
    slots = larger;
  }

  /** Where the hash is, or where it would be put. */
  private static int find(long[] slots, long hash) {
    int i = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[i] != 0 && slots[i] != hash) {
      i = (i + 1) & (slots.length - 1);
    }
    return i;
  }
}
