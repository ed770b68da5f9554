package dev.mantra.terminal;

/** Which modes are set. The ones that printing asks for at each character are fields. */
final class Modes {
  private long set;
  private long saved;

  boolean insert;
  boolean autowrap;
  boolean origin;
  boolean clusters;

  Modes(WidthPolicy policy) {
    reset(policy);
  }

  void reset(WidthPolicy policy) {
    set = 0;
    saved = 0;
    set(Mode.AUTOWRAP, true);
    set(Mode.CURSOR_VISIBLE, true);
    set(Mode.AUTO_REPEAT, true);
    set(Mode.GRAPHEME_CLUSTERS, policy == WidthPolicy.CLUSTERS);
  }

  boolean isSet(Mode mode) {
    return (set & mode.bit) != 0;
  }

  void set(Mode mode, boolean on) {
    restore(on ? set | mode.bit : set & ~mode.bit, saved);
  }

  /** XTSAVE. */
  void save(Mode mode) {
    saved = (saved & ~mode.bit) | (set & mode.bit);
  }

  /** The value that XTRESTORE gives back. */
  boolean savedValue(Mode mode) {
    return (saved & mode.bit) != 0;
  }

  long bits() {
    return set;
  }

  long savedBits() {
    return saved;
  }

  void restore(long bits, long savedBits) {
    set = bits;
    saved = savedBits;
    insert = isSet(Mode.INSERT);
    autowrap = isSet(Mode.AUTOWRAP);
    origin = isSet(Mode.ORIGIN);
    clusters = isSet(Mode.GRAPHEME_CLUSTERS);
  }
}
