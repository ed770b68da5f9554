package dev.mantra.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * Sizes as people write them: {@code 512}, {@code 16M}, {@code 1.5 GB}; a kilobyte is 1000 bytes.
 */
final class ByteSize {

  private static final String UNITS = "BKMGT";

  private ByteSize() {}

  /** How many bytes a size is; empty when it is none, or not above 0. */
  static Optional<Long> read(String text) {
    var size = text.strip().toUpperCase(Locale.ROOT);
    if (size.length() > 1 && size.endsWith("B")) {
      size = size.substring(0, size.length() - 1).strip();
    }
    if (size.isEmpty()) {
      return Optional.empty();
    }
    int unit = UNITS.indexOf(size.charAt(size.length() - 1));
    var digits = unit < 0 ? size : size.substring(0, size.length() - 1).strip();
    try {
      double bytes = Double.parseDouble(digits) * Math.pow(1000, Math.max(0, unit));
      return bytes >= 1 && bytes < Long.MAX_VALUE ? Optional.of((long) bytes) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
