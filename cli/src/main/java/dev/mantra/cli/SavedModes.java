package dev.mantra.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All modes of the terminal at standard input, as {@code stty -g} writes them down. JLine puts back
 * all but the line's speed, which it sets to 0.
 */
final class SavedModes {

  /** In the form that stty(1) takes back: nothing else may get to its command line. */
  private static final Pattern FORM = Pattern.compile("[0-9a-f]+(:[0-9a-f]+)+");

  private final Optional<String> modes;

  private SavedModes(Optional<String> modes) {
    this.modes = modes;
  }

  /** The modes now; nothing where there is no terminal or no stty. */
  static SavedModes read() {
    return new SavedModes(
        stty("-g").map(String::strip).filter(text -> FORM.matcher(text).matches()));
  }

  /** Puts them back as far as that is possible. */
  void restore() {
    modes.ifPresent(SavedModes::stty);
  }

  /** What stty prints; empty when it fails. */
  private static Optional<String> stty(String argument) {
    try {
      var process =
          new ProcessBuilder("stty", argument)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
