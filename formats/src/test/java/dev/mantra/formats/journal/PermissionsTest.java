package dev.mantra.formats.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody else may look into a store, whatever the umask says. */
class PermissionsTest {

  @TempDir Path temp;

  /** Records a session in a process of its own, since a JVM cannot change its umask. */
  static final class Recorder {
    public static void main(String[] arguments) throws IOException {
      var store = new Store(Path.of(arguments[0]));
      var header = SampleSession.header(1);
      var session = store.create(header.id());
      session.annotate(new Annotations.Entry.Tag("one"));
      session.openTranscript("claude-1.jsonl").close();
      session.openTranscript("claude-1.jsonl").close();
      try (var journal = JournalWriter.create(session.journal(), header)) {
        journal.append(new Event.Paused(1));
        // Its lock stays, and so do all of its files.
        journal.append(SampleSession.end(2, List.of()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "277"})
  void foldersAreOpenToTheirOwnerAloneAndSoAreFiles(String umask)
      throws IOException, InterruptedException {
    var root = temp.resolve("data");
    run(umask, root.resolve("mantra/sessions"));
    var wrong = new ArrayList<String>();
    int files = 0;
    try (var tree = Files.walk(root)) {
      for (var path : tree.toList()) {
        boolean isFolder = Files.isDirectory(path);
        files += isFolder ? 0 : 1;
        var expected = PosixFilePermissions.fromString(isFolder ? "rwx------" : "rw-------");
        var actual = Files.getPosixFilePermissions(path);
        if (!actual.equals(expected)) {
          wrong.add(root.relativize(path) + " " + PosixFilePermissions.toString(actual));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(files >= 5, "lock, annotations, a transcript and the journal's two files");
  }

  private static void run(String umask, Path store) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.addAll(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Recorder.class.getName(), store.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
