package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's doors: how it is called, what it says when it cannot. */
final class CliTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() {
    mantra = new TestProgram(home);
  }

  @Test
  void withoutACommandItSaysHowItIsUsed() {
    var result = mantra.run();
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains("no command was given"), result.err());
    assertTrue(result.err().contains("'mantra --help'"), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpIsDataOnStandardOutput(String word) {
    var result = mantra.run(word);
    assertEquals(0, result.status());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("A DVR for terminal AI coding sessions."), result.out());
    assertTrue(result.out().contains("Examples:\n  mantra rec -- claude"), result.out());
  }

  @Test
  void helpOfACommandIsTheSameByBothWays() {
    assertEquals(mantra.run("ls", "--help").out(), mantra.run("help", "ls").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void tellsItsVersion(String word) {
    assertEquals("mantra " + Version.NUMBER + "\n", mantra.run(word).out());
  }

  @Test
  void anUnknownCommandIsAUsageErrorWithAProposal() {
    var result = mantra.run("exprot");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("did you mean export"), result.err());
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    var result = mantra.run("ls", "--nope");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("'mantra ls --help' explains"), result.err());
  }

  @Test
  void recExplainsItselfAndItsErrorsByPicocli() {
    assertTrue(mantra.run("rec", "--help").out().contains("mantra rec -- claude --resume"));
    var both = mantra.run("rec", "-c", "x", "--", "y");
    assertEquals(2, both.status());
    assertTrue(both.err().contains("both -c and a command were given"), both.err());
    var size = mantra.run("rec", "--window-size", "80", "true");
    assertEquals(2, size.status());
    assertTrue(size.err().contains("'80' is no window size"), size.err());
  }

  @Test
  void anEmptyStoreIsNoError() {
    var result = mantra.run("ls");
    assertEquals(1, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains("there are no sessions yet"), result.err());
    assertEquals(1, mantra.run("info", "last").status());
    assertTrue(mantra.run("ls", "--json").out().contains("\"sessions\" : [ ]"));
  }

  @Test
  void aMissingHomeIsSaidInOneSentence() {
    var result = mantra.with("HOME", "").with("MANTRA_HOME", "").run("ls");
    assertEquals(74, result.status());
    assertEquals(1, result.err().lines().count());
    assertTrue(result.err().contains("HOME is not set"), result.err());
  }

  @Test
  void aStoreThatIsAFileIsSaidInOneSentence() throws IOException {
    java.nio.file.Files.createDirectories(mantra.sessions().getParent());
    java.nio.file.Files.writeString(mantra.sessions(), "");
    var result = mantra.run("ls");
    assertEquals(74, result.status());
    assertTrue(result.err().contains("is not a folder"), result.err());
  }

  @Test
  void noStackTraceUnlessAskedFor() {
    assertFalse(mantra.run("info", "nope").err().contains("\tat "));
    assertTrue(mantra.run("info", "nope", "-v").err().contains("\tat "));
    assertTrue(mantra.with("MANTRA_DEBUG", "1").run("info", "nope").err().contains("\tat "));
  }

  @Test
  void configurationTroubleIsToldAndDoesNotStopTheCommand() throws IOException {
    var config = home.resolve("m/config/config.toml");
    java.nio.file.Files.createDirectories(config.getParent());
    java.nio.file.Files.writeString(config, "nonsense = 1\n");
    var result = mantra.run("version");
    assertEquals(0, result.status());
    assertTrue(result.err().contains("line 1: there is no setting 'nonsense'"), result.err());
  }

  @Test
  void standardOutputThatTakesNothingIsAnError() throws IOException {
    new TestSessions(mantra.sessions()).full();
    var full = new Broken("No space left on device");
    var result = mantra.writingTo(full).run("ls");
    assertEquals(74, result.status());
    assertTrue(result.err().contains("No space left on device"), result.err());
  }

  @Test
  void aReaderThatWentAwayIsNoTrouble() throws IOException {
    new TestSessions(mantra.sessions()).full();
    var result = mantra.writingTo(new Broken("Broken pipe")).run("ls");
    assertEquals(141, result.status());
    assertEquals("", result.err());
    assertEquals(141, mantra.run("export", "last", "-f", "raw").status());
  }

  @Test
  void colourFollowsTerminalSettingsAndOption() throws IOException {
    new TestSessions(mantra.sessions()).full();
    assertFalse(mantra.run("ls").out().contains("\u001b"));
    assertTrue(mantra.run("ls", "--color=always").out().contains("\u001b[1m"));
    assertTrue(mantra.run("--color", "always", "ls").out().contains("\u001b[1m"));
    mantra.onTerminal(100, Stream.OUT);
    assertTrue(mantra.run("ls").out().contains("\u001b[1m"));
    assertFalse(mantra.run("ls", "--color=never").out().contains("\u001b"));
    assertFalse(mantra.with("NO_COLOR", "1").run("ls").out().contains("\u001b"));
    mantra.onTerminal(100).with("NO_COLOR", "").with("CLICOLOR_FORCE", "1");
    assertTrue(mantra.run("ls").out().contains("\u001b[1m"));
    assertFalse(mantra.with("CLICOLOR_FORCE", "0").run("ls").out().contains("\u001b"));
    assertFalse(mantra.with("MANTRA_COLOR", "never").run("ls").out().contains("\u001b"));
  }

  @Test
  void versionNamesWhatItRunsOn() {
    var lines = mantra.run("version").out().lines().toList();
    assertEquals("mantra " + Version.NUMBER, lines.getFirst());
    assertEquals(
        List.of("mantra", "java", "system"), lines.stream().map(l -> l.split(" ", 2)[0]).toList());
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    var pom = java.nio.file.Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<version>" + Version.NUMBER + "</version>"));
  }

  /** A stream that fails as a system call would. */
  static final class Broken extends OutputStream {
    private final String reason;

    Broken(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
