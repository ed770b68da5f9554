package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Finds the marks of shells in what a terminal was sent, however it was cut into pieces. */
final class ShellMarks {

  /** A mark that is longer is none: command lines are shorter, and memory is not endless. */
  private static final int MOST = 1 << 16;

  private static final String INTRODUCER = "\u001b]133;";
  private static final int ESCAPE = 0x1b;
  private static final int BELL = 0x07;

  /** How fish (since 4.0) and kitty's integration tell the command line. */
  private static final String COMMAND = "cmdline_url=";

  private final Consumer<ShellMark> sink;
  private final StringBuilder body = new StringBuilder();
  private int matched;

  ShellMarks(Consumer<ShellMark> sink) {
    this.sink = sink;
  }

  void accept(Event.Output output) {
    Bytes bytes = output.bytes();
    for (int i = 0; i < bytes.length(); i++) {
      int b = bytes.at(i) & 0xff;
      if (matched == INTRODUCER.length()) {
        inside(b, output.at());
      } else if (b == INTRODUCER.charAt(matched)) {
        matched++;
      } else {
        matched = b == ESCAPE ? 1 : 0;
      }
    }
  }

  /** Whether the next bytes can be understood without any before them. */
  boolean isIdle() {
    return matched == 0;
  }

  /** Ends at BEL or ST; what else is no text, or is too much, means that it was no mark. */
  private void inside(int b, long at) {
    if (b == BELL || b == ESCAPE) {
      // Of ST, which is ESC \, the rest says nothing more.
      mark(body.toString(), at).ifPresent(sink);
      leave();
    } else if (b < ' ' || body.length() == MOST) {
      leave();
    } else {
      body.append((char) b);
    }
  }

  private void leave() {
    body.setLength(0);
    matched = 0;
  }

  private static Optional<ShellMark> mark(String body, long at) {
    var parts = body.split(";", -1);
    return switch (parts[0]) {
      case "A", "B" ->
          Optional.of(new ShellMark(at, ShellMark.Kind.INPUT, "", OptionalInt.empty()));
      case "C" ->
          Optional.of(
              new ShellMark(at, ShellMark.Kind.ACCEPTED, command(parts), OptionalInt.empty()));
      case "D" -> Optional.of(new ShellMark(at, ShellMark.Kind.ENDED, "", status(parts)));
      default -> Optional.empty();
    };
  }

  private static String command(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith(COMMAND)) {
        var encoded = parts[i].substring(COMMAND.length()).replace("+", "%2B");
        try {
          return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  private static OptionalInt status(String[] parts) {
    try {
      return parts.length > 1 ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
