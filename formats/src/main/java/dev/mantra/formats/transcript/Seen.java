package dev.mantra.formats.transcript;

/**
 * Which texts have come before: ids, mostly. It holds eight bytes for each, a hash of 64 bits, so
 * that of a million texts two are taken for one with a chance of one in thirty million.
 */
final class Seen {

  private final LongSet hashes = new LongSet();

  /** Whether this is the first time. */
  boolean add(String text) {
    return hashes.add(hash(text));
  }

  boolean contains(String text) {
    return hashes.contains(hash(text));
  }

  /** FNV-1a over the characters, finished so that all bits count; never 0, which cannot be kept. */
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
