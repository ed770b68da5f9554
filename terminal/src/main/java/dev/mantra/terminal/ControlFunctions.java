package dev.mantra.terminal;

/**
 * What a {@link Parser} finds in a stream. Production code has one implementation, so that the
 * calls are direct ones; tests have another that writes the calls down.
 */
interface ControlFunctions {
  /**
   * Prints from {@code bytes[from]} on, up to the first byte that is no whole printable character.
   *
   * @return the index of that byte, or {@code to}
   */
  int print(byte[] bytes, int from, int to);

  /** Prints one code point that could not be printed as part of a run. */
  void print(int codePoint);

  /** A C0 control, other than the ones that begin or cancel a sequence. */
  void execute(int control);

  /** {@code ESC} with up to two intermediates (packed, the first one lowest) and a final byte. */
  void escape(int intermediates, int last);

  /** {@code CSI}; {@code marker} is one of {@code < = > ?} or 0. */
  void controlSequence(Parameters parameters, int marker, int intermediates, int last);

  /**
   * A whole control string: OSC ({@code introducer} is {@code ]}), DCS ({@code P}), APC ({@code
   * _}), PM ({@code ^}) or SOS ({@code X}). The text may be cut: see {@link Parser}.
   */
  void controlString(int introducer, byte[] text, int length);
}
