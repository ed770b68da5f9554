package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

  @TempDir Path home;
  private TestProgram mantra = new TestProgram(Path.of("/"));

  @BeforeEach
  void start() {
    mantra = new TestProgram(home).with("LANG", "C.UTF-8").with("SHELL", "/bin/bash");
  }

  @Test
  void aFreshMachineIsHealthy() {
    var result = mantra.run("doctor");
    assertEquals(0, result.status(), result.out());
    assertTrue(result.out().contains("to be made by the first session"), result.out());
    assertTrue(result.out().contains(".bashrc does not load the shell functions"), result.out());
  }

  @Test
  void seesTheShellFunctions() throws IOException {
    Files.writeString(home.resolve(".bashrc"), "eval \"$(mantra init bash)\"\n");
    assertTrue(mantra.run("doctor").out().contains("shell functions in " + home + "/.bashrc"));
  }

  @Test
  void countsSessionsAndThoseThatWereInterrupted() throws IOException {
    var sessions = new TestSessions(mantra.sessions());
    sessions.full();
    sessions.interrupted("20261119T090000Z-gemini-bbbbbb");
    var out = mantra.run("doctor").out();
    assertTrue(out.contains("sessions: 2, "), out);
    assertTrue(out.contains("interrupted sessions: 1"), out);
  }

  @Test
  void findsAStoreThatOthersCanReadAndWhatADeletionLeft() throws IOException {
    new TestSessions(mantra.sessions()).full();
    Files.setPosixFilePermissions(mantra.sessions(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(mantra.sessions().resolve(".deleting-x"));
    Files.createDirectory(mantra.sessions().resolve("20261119T090000Z-vim-bbbbbb"));
    var result = mantra.run("doctor");
    assertEquals(1, result.status());
    assertTrue(result.out().contains("chmod 700 " + mantra.sessions()), result.out());
    assertTrue(result.out().contains("is left of a deletion"), result.out());
    assertTrue(
        result.out().contains("session 20261119T090000Z-vim-bbbbbb cannot be read"), result.out());
  }

  @Test
  void tellsOfWrongSettingsAndAMissingHome() {
    var wrong = mantra.with("MANTRA_REC_INPUT", "maybe").run("doctor");
    assertEquals(1, wrong.status());
    assertTrue(wrong.out().contains("'rec.input' is 'maybe'"), wrong.out());
    var homeless = mantra.with("HOME", "").with("MANTRA_HOME", "").run("doctor");
    assertEquals(1, homeless.status());
    assertTrue(homeless.out().contains("HOME is not set"), homeless.out());
  }

  @Test
  void tellsOfALocaleThatIsNotUtf8() {
    assertTrue(mantra.with("LANG", "C").run("doctor").out().contains("the locale C is not UTF-8"));
  }
}
