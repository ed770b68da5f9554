package dev.mantra.formats.asciicast;

import java.util.Optional;

/**
 * One line of a timing file of util-linux's {@code script}.
 *
 * <p>Classic files have {@code DELAY COUNT} for each piece of output. Multi-stream files, since
 * 2.35, put a letter before it: {@code O} output, {@code I} input, {@code S} a signal and {@code H}
 * a header, where name and value follow the delay.
 */
record ScriptTiming(Kind kind, String delay, long count, String name, String value) {

  enum Kind {
    OUTPUT,
    INPUT,
    SIGNAL,
    HEADER
  }

  /**
   * @param classic the kind of lines that have no letter
   */
  static Optional<ScriptTiming> parse(String line, Kind classic) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    var kind =
        switch (line.charAt(0)) {
          case 'O' -> Kind.OUTPUT;
          case 'I' -> Kind.INPUT;
          case 'S' -> Kind.SIGNAL;
          case 'H' -> Kind.HEADER;
          default -> classic;
        };
    boolean letter = Character.isLetter(line.charAt(0));
    if (letter && (line.length() < 2 || line.charAt(1) != ' ')) {
      return Optional.empty();
    }
    var fields = line.substring(letter ? 2 : 0).split(" ", 3);
    if (fields.length < 2 || !isDelay(fields[0])) {
      return Optional.empty();
    }
    var value = fields.length == 3 ? fields[2] : "";
    return switch (kind) {
      case OUTPUT, INPUT ->
          isCount(fields[1]) && value.isBlank()
              ? Optional.of(new ScriptTiming(kind, fields[0], Long.parseLong(fields[1]), "", ""))
              : Optional.empty();
      case SIGNAL, HEADER -> Optional.of(new ScriptTiming(kind, fields[0], 0, fields[1], value));
    };
  }

  boolean isData() {
    return kind == Kind.OUTPUT || kind == Kind.INPUT;
  }

  private static boolean isDelay(String text) {
    int digits = 0;
    int points = 0;
    for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static boolean isCount(String text) {
    return !text.isEmpty()
        && text.length() <= 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
