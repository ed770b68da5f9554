package dev.mantra.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * OSC, DCS and APC strings: titles, links, marks and colours are kept, images are noted, all else
 * is dropped.
 */
final class ControlStrings {
  private static final int LONGEST_URI = 4096;

  private final State state;
  private final Screen screen;

  ControlStrings(State state) {
    this.state = state;
    this.screen = state.screen;
  }

  void run(int introducer, byte[] text, int length) {
    switch (introducer) {
      case ']' -> operatingSystemCommand(text, length);
      case 'P' -> deviceControl(text, length);
      case '_' -> {
        if (length > 0 && text[0] == 'G') {
          kitty(new String(text, 1, length - 1, UTF_8));
        }
      }
      default -> {}
    }
  }

  /**
   * Kitty's graphics: {@code a=q} asks, {@code a=t}, {@code T} and {@code p} send or place an
   * image.
   */
  private void kitty(String command) {
    String keys =
        command.substring(0, command.indexOf(';') < 0 ? command.length() : command.indexOf(';'));
    if (keys.contains("a=q")) {
      state.queries++;
    } else if (!keys.contains("a=d")) {
      state.addImage(Image.Protocol.KITTY);
    }
  }

  private void deviceControl(byte[] text, int length) {
    int i = 0;
    while (i < length && (text[i] < '@' || text[i] > '~')) {
      i++;
    }
    if (i < length && text[i] == 'q') {
      if (i > 0 && (text[i - 1] == '$' || text[i - 1] == '+')) {
        state.queries++; // DECRQSS, XTGETTCAP
      } else {
        state.addImage(Image.Protocol.SIXEL);
      }
    }
  }

  private void operatingSystemCommand(byte[] text, int length) {
    int end = 0;
    int number = 0;
    while (end < length && text[end] >= '0' && text[end] <= '9') {
      number = Math.min(number * 10 + text[end] - '0', 99_999);
      end++;
    }
    if (end == 0 || (end < length && text[end] != ';')) {
      return;
    }
    String rest = end < length ? new String(text, end + 1, length - end - 1, UTF_8) : "";
    switch (number) {
      case 0 -> {
        state.titles.icon = shortened(rest);
        state.titles.title = shortened(rest);
      }
      case 1 -> state.titles.icon = shortened(rest);
      case 2 -> state.titles.title = shortened(rest);
      case 4 -> palette(rest);
      case 7 -> state.workingDirectory = shortened(rest);
      case 8 -> hyperlink(rest);
      case 10, 11, 12 -> dynamicColors(number, rest);
      case 104 -> resetPalette(rest);
      case 110, 111, 112 -> state.palette.set(Palette.FOREGROUND + number - 110, -1);
      case 133 -> semanticMark(rest);
      case 1337 -> {
        if (rest.startsWith("File=") || rest.startsWith("MultipartFile=")) {
          state.addImage(Image.Protocol.ITERM2);
        }
      }
      default -> {}
    }
  }

  private static String shortened(String text) {
    return text.length() <= Titles.LONGEST ? text : text.substring(0, Titles.LONGEST);
  }

  /** {@code index;colour} pairs. */
  private void palette(String text) {
    String[] parts = text.split(";", 2 * Palette.SIZE);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      int index = number(parts[i]);
      if (parts[i + 1].equals("?")) {
        state.queries++;
      } else if (index >= 0 && index < 256) {
        setColor(index, parts[i + 1]);
      }
    }
  }

  private void setColor(int index, String name) {
    int rgb = Palette.parse(name);
    if (rgb >= 0) {
      state.palette.set(index, rgb);
    }
  }

  /** OSC 10, 11, 12: each further colour is for the next number. */
  private void dynamicColors(int first, String text) {
    String[] parts = text.split(";", 4);
    for (int i = 0; i < parts.length && first + i <= 12; i++) {
      if (parts[i].equals("?")) {
        state.queries++;
      } else {
        setColor(Palette.FOREGROUND + first + i - 10, parts[i]);
      }
    }
  }

  private void resetPalette(String text) {
    if (text.isEmpty()) {
      for (int i = 0; i < 256; i++) {
        state.palette.set(i, -1);
      }
      return;
    }
    for (String part : text.split(";", Palette.SIZE)) {
      int index = number(part);
      if (index >= 0 && index < 256) {
        state.palette.set(index, -1);
      }
    }
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 5) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** OSC 8: {@code key=value:…;address}; no address ends the link. */
  private void hyperlink(String text) {
    int semicolon = text.indexOf(';');
    if (semicolon < 0) {
      return;
    }
    String uri = text.substring(semicolon + 1);
    int link = 0;
    if (!uri.isEmpty() && uri.length() <= LONGEST_URI && semicolon <= LONGEST_URI) {
      link = screen.styles.link(new Style.Link(id(text.substring(0, semicolon)).orElse(""), uri));
    }
    screen.pen.link = link;
    screen.pen.changed();
    if (screen.styles.isFull()) {
      Compaction.run(screen);
    }
  }

  private static Optional<String> id(String keys) {
    for (String key : keys.split(":", -1)) {
      if (key.startsWith("id=")) {
        return Optional.of(key.substring(3));
      }
    }
    return Optional.empty();
  }

  private void semanticMark(String text) {
    SemanticMark mark =
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
          case 'A' -> SemanticMark.PROMPT;
          case 'B' -> SemanticMark.INPUT;
          case 'C' -> SemanticMark.OUTPUT;
          case 'D' -> SemanticMark.END;
          default -> SemanticMark.NONE;
        };
    if (mark != SemanticMark.NONE) {
      screen.row().mark = mark;
    }
  }
}
