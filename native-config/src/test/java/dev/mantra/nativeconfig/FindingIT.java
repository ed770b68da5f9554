package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for something at a terminal, as people do. */
class FindingIT {

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void record() throws Exception {
    mantra = Mantra.in(home);
    assertEquals(0, mantra.run("rec", "--", "sh", "-c", "seq -f 'quokka %g' 400").status());
  }

  @Test
  void browseStopsAndGoesOnAsOtherProgramsDo() throws Exception {
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " browse quokka");
      tmux.awaitScreen("quokka 81");
      tmux.keys("C-z");
      tmux.awaitScreen("Stopped");
      tmux.command("echo typed-$((6*7))");
      tmux.awaitScreen("typed-42");
      tmux.command("fg");
      tmux.awaitScreen("quokka 81");
      tmux.keys("C-c");
      tmux.awaitPrompt(0);
      tmux.command("echo after-$((40+2))");
      tmux.awaitScreen("after-42");
    }
  }

  @Test
  void whatIsFoundIsPaged() throws Exception {
    Tmux.require("less");
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " grep --color=always quokka | less -R");
      tmux.awaitScreen("quokka 20");
      tmux.type("q");
      tmux.awaitPrompt(0);
    }
  }

  @Test
  void whoWantsTheFirstLinesOnlyIsNotTroubled() throws Exception {
    try (var tmux = Tmux.start(mantra)) {
      var line = mantra.program() + " grep quokka 2>&1 | head -n 1; echo \"${PIPESTATUS[0]}-end\"";
      tmux.command("clear; " + line);
      // As other programs that nobody reads any more.
      tmux.awaitScreen("141-end");
      var shown = tmux.screen().lines().filter(text -> text.contains("quokka "));
      assertEquals(1, shown.filter(text -> !text.contains("ready>")).count(), tmux.screen());
    }
  }
}
