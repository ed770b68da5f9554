package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs people use, in a terminal that knows its screen, recorded and then played. */
class RealProgramsIT {

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void program() {
    mantra = Mantra.in(home);
  }

  @Test
  void bashWithJobControl() throws Exception {
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " rec -- bash --norc -i");
      tmux.awaitScreen("bash-");
      tmux.command("PS1='inner> '; echo in-$((6*7))");
      tmux.awaitScreen("in-42");
      tmux.command("sleep 100");
      tmux.keys("C-z");
      tmux.awaitScreen("Stopped");
      tmux.command("jobs; kill %1; echo done-$((40+2))");
      tmux.awaitScreen("done-42");
      tmux.command("exit 6");
      tmux.awaitPrompt(6);
    }
    assertRecorded("done-42");
    assertPlays("done-42");
  }

  @Test
  void vimEditsAndLeavesTheScreenAsItWas() throws Exception {
    Tmux.require("vim");
    var file = home.resolve("note.txt");
    try (var tmux = Tmux.start(mantra)) {
      tmux.command("echo before-vim; " + mantra.program() + " rec -- vim -u NONE " + file);
      tmux.awaitScreen("~");
      tmux.type("ihello from vim");
      tmux.keys("Escape");
      tmux.awaitScreen("hello from vim");
      tmux.type(":wq");
      tmux.keys("Enter");
      tmux.awaitPrompt(0);
      tmux.awaitScreen("before-vim");
    }
    assertEquals("hello from vim\n", Files.readString(file));
    assertRecorded("hello from vim");
  }

  @Test
  void lessPagesAndSearches() throws Exception {
    Tmux.require("less");
    var text = new StringBuilder();
    for (int i = 1; i <= 500; i++) {
      text.append("this is line ").append(i).append('\n');
    }
    var file = Files.writeString(home.resolve("long.txt"), text);
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " rec -- less " + file);
      tmux.awaitScreen("this is line 20");
      tmux.type("/line 333");
      tmux.keys("Enter");
      tmux.awaitScreen("this is line 350");
      tmux.type("q");
      tmux.awaitPrompt(0);
    }
    assertRecorded("this is line 350");
  }

  @Test
  void htopRedrawsItself() throws Exception {
    Tmux.require("htop");
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " rec -- htop");
      tmux.awaitScreen("F10");
      tmux.type("q");
      tmux.awaitPrompt(0);
    }
    assertRecorded("F10");
  }

  @Test
  void aNestedTmux() throws Exception {
    try (var tmux = Tmux.start(mantra)) {
      var socket = home.resolve("inner");
      tmux.command(
          "TMUX= "
              + mantra.program()
              + " rec -- tmux -S "
              + socket
              + " -f /dev/null new bash --norc");
      tmux.awaitScreen("0:bash");
      tmux.command("echo nested-$((6*7))");
      tmux.awaitScreen("nested-42");
      tmux.command("exit");
      tmux.awaitPrompt(0);
    }
    assertRecorded("nested-42");
  }

  private void assertRecorded(String text) throws Exception {
    var output = new String(mantra.lastOutput(), StandardCharsets.UTF_8);
    assertTrue(output.contains(text), "'" + text + "' was not recorded");
    assertEquals(1, new Ls(mantra).count("finished"));
  }

  private void assertPlays(String text) throws Exception {
    try (var tmux = Tmux.start(mantra)) {
      tmux.command(mantra.program() + " play last --idle-time-limit 0.1 --speed 4");
      tmux.awaitScreen(text);
      tmux.keys("q");
      tmux.awaitPrompt(0);
    }
  }
}
