package dev.mantra.redactor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The Base64 of a name, a colon and a password, as HTTP and registries use it. */
final class Base64Pair {
  private Base64Pair() {}

  static boolean isOne(CharSequence value) {
    try {
      var decoded =
          Base64.getDecoder().decode(value.toString().replace('-', '+').replace('_', '/'));
      var text = new String(decoded, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon >= 0
          && colon < text.length() - 1
          && text.chars().allMatch(c -> c >= ' ' && c != 0x7F && c != 0xFFFD);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
