package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a key is written in settings, and the bytes a terminal sends for it. */
final class KeyName {

  private static final Pattern CONTROL = Pattern.compile("(?:[Cc]-|\\^)([@-_a-z?])");
  private static final Pattern FUNCTION = Pattern.compile("[Ff]([0-9]{1,2})");

  /** What xterm and most others send for F1 to F12, behind the escape. */
  private static final String[] FUNCTION_KEYS = {
    "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"
  };

  private KeyName() {}

  /** The bytes of {@code C-x}, {@code ^X}, {@code F12} or a character that stands for itself. */
  static Optional<Bytes> bytes(String name) {
    var control = CONTROL.matcher(name);
    if (control.matches()) {
      char c = Character.toUpperCase(control.group(1).charAt(0));
      return Optional.of(Bytes.wrap(new byte[] {(byte) (c ^ 0x40)}));
    }
    var function = FUNCTION.matcher(name);
    if (function.matches()) {
      int number = Integer.parseInt(function.group(1));
      return number >= 1 && number <= FUNCTION_KEYS.length
          ? Optional.of(Bytes.utf8("\u001b" + FUNCTION_KEYS[number - 1]))
          : Optional.empty();
    }
    return name.codePointCount(0, name.length()) == 1
        ? Optional.of(Bytes.utf8(name))
        : Optional.empty();
  }
}
