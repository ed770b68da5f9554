package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The checks of {@code doctor} but those of the store. */
final class Checkup {

  private static final String AOT_CACHE = "-XX:AOTCache=";
  private static final int JAVA = 25;

  private static final Map<String, String> START_FILES =
      Map.of("bash", ".bashrc", "zsh", ".zshrc", "fish", ".config/fish/config.fish");

  private final Call call;
  private final Surroundings around;
  private final List<Finding> findings = new ArrayList<>();

  Checkup(Call call) {
    this.call = call;
    this.around = call.around();
  }

  List<Finding> findings() {
    runtime();
    configuration();
    findings.addAll(new StoreCheckup(call).findings());
    locale();
    terminal();
    shell();
    return List.copyOf(findings);
  }

  private void runtime() {
    int version = Runtime.version().feature();
    findings.add(
        version == JAVA
            ? Finding.good(Version.RECORDED_BY + " on Java " + Runtime.version())
            : Finding.note(
                Version.RECORDED_BY + " runs on Java " + version,
                "it is made for Java " + JAVA + "; start it by its own bin/mantra"));
    var cache =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith(AOT_CACHE))
            .map(argument -> argument.substring(AOT_CACHE.length()))
            .findFirst();
    if (cache.isPresent() && Files.isReadable(Path.of(cache.get()))) {
      findings.add(Finding.good("start-up cache " + cache.get()));
    } else {
      findings.add(
          Finding.note(
              "there is no start-up cache, so every start takes longer",
              "start mantra by bin/mantra of a complete install"));
    }
  }

  private void configuration() {
    var settings = call.settings();
    settings.warnings().forEach(text -> findings.add(Finding.bad(text, "")));
    if (settings.warnings().isEmpty()) {
      var files = settings.files();
      findings.add(
          Finding.good(
              files.isEmpty()
                  ? "no configuration files; the defaults hold"
                  : "configuration "
                      + String.join(", ", files.stream().map(Path::toString).toList())));
    }
  }

  private void locale() {
    var locale =
        List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
            .map(around::variable)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("C");
    var upper = locale.toUpperCase(Locale.ROOT);
    findings.add(
        upper.contains("UTF-8") || upper.contains("UTF8")
            ? Finding.good("locale " + locale)
            : Finding.note(
                "the locale "
                    + locale
                    + " is not UTF-8, and names with letters beyond ASCII may be misread",
                "set LANG to a UTF-8 locale, for example C.UTF-8"));
  }

  private void terminal() {
    var term = around.variable("TERM");
    if (!around.terminal().isTerminal(Stream.OUT)) {
      findings.add(Finding.good("standard output is no terminal"));
    } else if (term.isEmpty() || term.equals("dumb")) {
      findings.add(
          Finding.note(
              "TERM is " + (term.isEmpty() ? "not set" : term),
              "the player and most agents need a real one, for example xterm-256color"));
    } else {
      findings.add(Finding.good("terminal " + term));
    }
    if (call.settings().isInsideRecording()) {
      findings.add(
          Finding.note(
              "this runs inside session " + around.variable("MANTRA_SESSION"),
              "commands started from here are recorded by it already"));
    }
  }

  private void shell() {
    var path = around.variable("SHELL");
    var name = path.substring(path.lastIndexOf('/') + 1);
    var file = START_FILES.get(name);
    var home = call.settings().folders().home();
    if (file == null || home.isEmpty()) {
      findings.add(Finding.note("there are no shell functions for '" + name + "'", ""));
      return;
    }
    try {
      var start = home.get().resolve(file);
      boolean there =
          Files.isRegularFile(start)
              && new String(Files.readAllBytes(start), StandardCharsets.ISO_8859_1)
                  .contains("mantra init");
      findings.add(
          there
              ? Finding.good("shell functions in " + start)
              : Finding.note(
                  start
                      + " does not load the shell functions: agents are recorded only with 'mantra rec'",
                  "'mantra init --help' shows the line to add"));
    } catch (IOException | InvalidPathException e) {
      findings.add(Finding.note("cannot read " + file + " to look for the shell functions", ""));
    }
  }
}
