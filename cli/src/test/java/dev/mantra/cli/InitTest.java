package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code mantra init} prints, run by real shells in a terminal of their own. */
final class InitTest {

  @TempDir Path folder;

  @BeforeEach
  void putProgramsInThePath() throws IOException {
    program("claude", "echo \"plain[$*]\"\nexit ${CLAUDE_STATUS:-0}\n");
    program(
        "mantra",
        """
        [ -z "$KILLED" ] || { stty raw -echo; printf '\\033[?1049h'; kill -9 $$; }
        printf 'recorded'
        for a; do printf '[%s]' "$a"; done
        echo
        exit ${CLAUDE_STATUS:-0}
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void recordsThroughMantraWithEveryArgumentAsItIs(String shell) throws Exception {
    assertTrue(
        inTerminal(shell, "claude --resume 'a b' ''")
            .contains("recorded[rec][--][claude][--resume][a b][]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void keepsTheExitStatus(String shell) throws Exception {
    var status = shell.equals("fish") ? "$status" : "$?";
    var line = "claude; echo \"status=" + status + "\"";
    assertTrue(inTerminal(shell, "export CLAUDE_STATUS=7; " + line).contains("status=7"));
    assertTrue(
        inTerminal(shell, "export MANTRA_REC=1; export CLAUDE_STATUS=8; " + line)
            .contains("status=8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void runsThePlainCommandInsideARecording(String shell) throws Exception {
    assertTrue(inTerminal(shell, "export MANTRA_REC=1; claude x").contains("plain[x]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void runsThePlainCommandWhereMantraIsMissing(String shell) throws Exception {
    assumeInstalled(shell);
    Files.delete(folder.resolve("bin/mantra"));
    assertTrue(inTerminal(shell, "claude x").contains("plain[x]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void runsThePlainCommandInAPipe(String shell) throws Exception {
    assertTrue(inTerminal(shell, "claude x | cat").contains("plain[x]"));
    assertTrue(inTerminal(shell, "echo | claude y").contains("plain[y]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void putsTheTerminalRightAfterMantraWasKilled(String shell) throws Exception {
    var status = shell.equals("fish") ? "$status" : "$?";
    var out = inTerminal(shell, "export KILLED=1; claude; echo \"status=" + status + "\"; stty -a");
    assertTrue(out.contains("status=137"), out);
    assertTrue(out.matches("(?s).*[^-]icanon.*") && out.matches("(?s).*[^-]echo .*"), out);
    assertTrue(out.indexOf("\u001b[?1049l") > out.indexOf("\u001b[?1049h"), out);
    assertTrue(out.contains("\u001b[?25h"), out);
  }

  @Test
  void anAliasOfTheSameNameDoesNoHarm() throws Exception {
    var out =
        inTerminal(
            "bash",
            "shopt -s expand_aliases\nalias claude='claude --fast'\neval \"$(cat \"$INIT\")\"\nclaude x");
    assertTrue(out.contains("[claude][--fast][x]"), out);
  }

  @Test
  void bashTakesTheFunctionsUnderItsStrictestOptions() throws Exception {
    var out = inTerminal("bash", "set -euo pipefail\neval \"$(cat \"$INIT\")\"\nclaude x");
    assertTrue(out.contains("recorded[rec][--][claude][x]"), out);
  }

  @Test
  void theCommandsAreASetting() {
    var code =
        new TestProgram(folder)
            .with("MANTRA_INIT_COMMANDS", "aider claude")
            .run("init", "bash")
            .out();
    assertTrue(code.contains("function aider { __mantra_record aider \"$@\"; }"), code);
    assertFalse(code.contains("function codex"), code);
  }

  @Test
  void aCommandThatCouldSmuggleCodeInIsRefused() {
    var result = new TestProgram(folder).with("MANTRA_INIT_COMMANDS", "x;rm").run("init", "bash");
    assertTrue(result.out().contains("function claude"), result.out());
    assertFalse(result.out().contains("rm"), result.out());
    assertTrue(result.err().contains("'init.commands' is 'x;rm'"), result.err());
  }

  @Test
  void anUnknownShellIsAUsageError() {
    assertEquals(2, new TestProgram(folder).run("init", "tcsh").status());
  }

  /** Runs lines in a shell that has the functions and a terminal, and returns what was shown. */
  private String inTerminal(String shell, String lines) throws Exception {
    assumeInstalled(shell);
    assumeTrue(TestProgram.isInstalled("script"), "script is not installed");
    var init =
        Files.writeString(folder.resolve("init"), new TestProgram(folder).run("init", shell).out());
    var source = shell.equals("fish") ? "source \"$INIT\"\n" : ". \"$INIT\"\n";
    var file = Files.writeString(folder.resolve("lines"), source + lines + "\n");
    var builder =
        new ProcessBuilder("script", "-qec", shell + " " + file, "/dev/null")
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    environment.put("INIT", init.toString());
    environment.put("SHELL", "/bin/sh");
    environment.remove("MANTRA_REC");
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the shell hangs");
    return out;
  }

  private static void assumeInstalled(String shell) {
    assumeTrue(TestProgram.isInstalled(shell), shell + " is not installed");
  }

  private void program(String name, String body) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }
}
