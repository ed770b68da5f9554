package dev.mantra.nativeconfig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded program finds everything as it would without the recorder. */
class TransparencyIT {

  @TempDir Path home;
  private Mantra mantra;

  @BeforeEach
  void program() {
    mantra = Mantra.in(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stty -a",
        "stty size",
        "ulimit -a",
        "umask",
        "grep -E 'SigBlk|SigQ' /proc/self/status",
        "nice",
        "pwd",
        "ls /proc/self/fd | wc -l",
        "tty >/dev/null && echo terminal"
      })
  void theProgramSeesTheSameWorldFromItsFirstInstruction(String question) throws Exception {
    // The modes of the outer terminal are changed, so that standard ones would be noticed.
    var modes = "stty erase ^H -ixon; ";
    var direct = sh(modes + "sh -c '" + question.replace("'", "'\\''") + "'");
    var recorded =
        sh(modes + mantra.program() + " rec -- sh -c '" + question.replace("'", "'\\''") + "'");

    assertEquals(direct, recorded);
  }

  @Test
  void theEnvironmentIsTheSameByteForByte() throws Exception {
    var script = Files.writeString(home.resolve("env.sh"), ENVIRONMENT);
    var direct = sh("sh " + script + " direct");
    var recorded = sh("sh " + script + " recorded " + mantra.program() + " rec --");

    assertEquals("direct\r\n", direct);
    assertEquals("recorded\r\n", recorded);
    var expected = Files.readAllBytes(home.resolve("direct.env"));
    assertTrue(new String(expected, StandardCharsets.ISO_8859_1).contains("\u00ff\u00fe"));
    assertArrayEquals(expected, Files.readAllBytes(home.resolve("recorded.env")));
  }

  /** Not through a shell: a shell would drop the odd names itself. */
  private static final String ENVIRONMENT =
      """
      name=$1; shift
      env -i PATH="$PATH" MANTRA_HOME="$MANTRA_HOME" MANTRA_REC_INDEX=false HOME="$HOME" TERM=xterm \\
        BAD=$(printf '\\377\\376') A-B=1 'BASH_FUNC_f%%=() {  echo hi
      }' JAVA_TOOL_OPTIONS=-Dnot=ours PWD=/wrong EMPTY= \\
        "$@" perl -e 'print join("\\0", map { "$_=$ENV{$_}" } grep { !/^MANTRA_(SESSION|REC)$/ } sort keys %ENV)' \\
        > "$MANTRA_HOME/$name.out" 2>&1
      tr -d '\\r' < "$MANTRA_HOME/$name.out" > "$MANTRA_HOME/$name.env"
      echo $name
      """;

  @Test
  void argumentsArriveByteForByte() throws Exception {
    var show = "perl -e 'print map { unpack(qq(H*), $_), qq( ) } @ARGV'";
    var odd = " -- \"$(printf 'caf\\303\\251 \\377\\376')\" '' -x '*' @file 'a b' --help";

    assertEquals(sh(show + odd), sh(mantra.program() + " rec -- " + show + odd));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "42", "126", "127", "255"})
  void theExitStatusIsTheProgramsOwn(int status) throws Exception {
    assertEquals(status, status("rec", "--", "sh", "-c", "exit " + status));
  }

  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "KILL, 137", "SEGV, 139", "TERM, 143"})
  void aProgramEndedByASignalGives128AndTheSignal(String signal, int status) throws Exception {
    assertEquals(status, status("rec", "--", "sh", "-c", "kill -" + signal + " $$"));
  }

  @Test
  void whatCannotBeRunIsToldInAShellsWords() throws Exception {
    var script = Files.writeString(home.resolve("plain"), "echo run by sh: $1; exit 7\n");
    var locked = Files.writeString(home.resolve("locked"), "echo no\n");
    var orphan = Files.writeString(home.resolve("orphan"), "#!/no/such/interpreter\n");
    assertTrue(script.toFile().setExecutable(true) && orphan.toFile().setExecutable(true));

    assertRefused(127, "no-such-command: command not found", "no-such-command");
    assertRefused(127, "/no/such/file: No such file or directory", "/no/such/file");
    assertRefused(126, "Is a directory", home.toString());
    assertRefused(126, "Permission denied", locked.toString());
    assertRefused(126, "bad interpreter: No such file or directory", orphan.toString());
    var shell = mantra.run("rec", "--", script.toString(), "it");
    assertEquals("run by sh: it\r\n", shell.out());
    assertEquals(7, shell.status());
    assertEquals(1, new Ls(mantra).count(), "what never ran leaves no session");
  }

  @Test
  void inheritedDescriptorsReachTheProgramAndOursDoNot() throws Exception {
    var list = "ls -l /proc/self/fd | sed 's/.*-> //' | grep -v -e /proc -e pts -e pipe | sort";
    var direct = sh("exec 7</etc/hostname; sh -c \"" + list + "\"");

    assertTrue(direct.contains("/etc/hostname"), direct);
    assertEquals(
        direct, sh("exec 7</etc/hostname; " + mantra.program() + " rec -- sh -c \"" + list + "\""));
  }

  @Test
  void aRecordingInsideARecordingOnlyRunsTheCommand() throws Exception {
    var program = mantra.program().toString();

    assertEquals(
        9, status("rec", "--", program, "rec", "--", program, "rec", "--", "sh", "-c", "exit 9"));
    assertEquals(1, new Ls(mantra).count());
  }

  private void assertRefused(int status, String words, String command) throws Exception {
    var result = mantra.run("rec", "--", command);
    assertEquals(status, result.status(), result.err());
    assertTrue(result.err().contains(words), result.err());
  }

  private int status(String... arguments) throws IOException, InterruptedException {
    try (var terminal = OuterTerminal.start(mantra.command(arguments), mantra.environment())) {
      return terminal.awaitEnd();
    }
  }

  private String sh(String line) throws IOException, InterruptedException {
    // The outer terminal gets its size only after the shell has been started.
    var sized = "until [ \"$(stty size)\" != '0 0' ]; do sleep 0.01; done; " + line;
    return OuterTerminal.output(new ArrayList<>(List.of("sh", "-c", sized)), mantra.environment());
  }
}
