package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one place that prints: data to standard output, everything else to standard error. */
final class Console {

  /** What a terminal is taken to be that does not tell its width. */
  private static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 20;

  /** How text may stand out on a terminal. */
  enum Style {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String sgr;

    Style(String sgr) {
      this.sgr = sgr;
    }
  }

  private final Surroundings around;
  private final WatchedOutput data;
  private final PrintStream out;
  private final PrintStream err;
  private ColorChoice color = ColorChoice.AUTO;
  private boolean verbose;

  Console(Surroundings around) {
    this.around = around;
    this.data = new WatchedOutput(around.out());
    this.out = new PrintStream(data, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(around.err(), true, StandardCharsets.UTF_8);
    this.verbose = !around.variable("MANTRA_DEBUG").isEmpty();
  }

  Surroundings around() {
    return around;
  }

  void choose(ColorChoice choice) {
    color = choice;
  }

  void beVerbose() {
    verbose = true;
  }

  boolean isVerbose() {
    return verbose;
  }

  /** Prints a line of data; recorded text in it must have gone through {@link SafeText}. */
  void print(String line) {
    out.print(line);
    out.print('\n');
  }

  /** The same for output of which there may be much: when nobody takes it any more, it fails. */
  void write(String line) throws IOException {
    data().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Lets what was printed so far be seen. */
  void flush() throws IOException {
    out.flush();
    data.flush();
  }

  /** Standard output as it is, for data that is no text. */
  OutputStream data() {
    out.flush();
    return data;
  }

  /** Prints one line for the person at standard error; what it quotes is made harmless. */
  void notice(String text) {
    err.print("mantra: " + SafeText.of(text) + "\n");
  }

  /** Prints to standard error what is more than one line, or was made safe before. */
  void explain(String text) {
    err.print(text.endsWith("\n") ? text : text + "\n");
  }

  /** Writes over the line the cursor of standard error is in; a terminal is expected there. */
  void status(String text) {
    err.print("\r\u001b[K" + text);
    err.flush();
  }

  void trace(Throwable problem) {
    problem.printStackTrace(err);
  }

  boolean isTerminal(Stream stream) {
    return around.terminal().isTerminal(stream);
  }

  /** The answer to a question; empty when there is none. */
  Optional<String> ask(String question) throws IOException {
    err.print(question);
    err.flush();
    var reader = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
    return Optional.ofNullable(reader.readLine());
  }

  /** The same for an answer that nobody may see, typed at a terminal. */
  Optional<String> askHidden(String question) throws IOException {
    var terminal = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
    return terminal.isEmpty()
        ? ask(question)
        : Optional.ofNullable(terminal.get().readPassword("%s", question)).map(String::valueOf);
  }

  /** How wide a line of output may be; empty when nobody looks at it on a terminal. */
  Optional<Integer> width() {
    if (!isTerminal(Stream.OUT)) {
      return Optional.empty();
    }
    var columns = around.variable("COLUMNS");
    if (columns.matches("[1-9][0-9]{0,4}")) {
      return Optional.of(Math.max(NARROWEST, Integer.parseInt(columns)));
    }
    return Optional.of(Math.max(NARROWEST, around.terminal().columns().orElse(USUAL_WIDTH)));
  }

  String styled(Style style, String text) {
    return hasColor(Stream.OUT) ? "\u001b[" + style.sgr + "m" + text + "\u001b[0m" : text;
  }

  /** Text that terminals which can (OSC 8) make a link of. */
  String linked(URI target, String text) {
    return hasColor(Stream.OUT)
        ? "\u001b]8;;" + target.toASCIIString() + "\u001b\\" + text + "\u001b]8;;\u001b\\"
        : text;
  }

  /** Whether escape sequences for colour may go to this stream. */
  boolean hasColor(Stream stream) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!around.variable("NO_COLOR").isEmpty()) {
          yield false;
        }
        var forced = around.variable("CLICOLOR_FORCE");
        if (!forced.isEmpty() && !forced.equals("0")) {
          yield true;
        }
        yield isTerminal(stream) && !around.variable("TERM").equals("dumb");
      }
    };
  }

  /** Writes out what is left, and says what kept standard output from taking everything. */
  Optional<IOException> finish() {
    out.flush();
    err.flush();
    return data.failure();
  }
}
