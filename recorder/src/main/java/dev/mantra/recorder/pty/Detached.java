package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that goes on when this one has ended, and that nobody notices: without a terminal, and
 * with the lowest priority, also when this one has that of a program in real time.
 */
public final class Detached {

  private static final Bytes NOWHERE = Bytes.utf8("/dev/null");

  /**
   * A program of its own lowers the priority: had this thread done it, it would have to wait for
   * the processor before it could end.
   */
  private static final List<Bytes> LAST =
      List.of(Bytes.utf8("nice"), Bytes.utf8("-n"), Bytes.utf8("19"));

  private Detached() {}

  /**
   * Starts it as the last thing this process does: whatever this one still has open is closed for
   * programs that are started. Whoever waits for the end of a pipe that this process was given must
   * not wait for the other one. When it cannot be started, nothing happens.
   */
  public static void start(List<Bytes> command) {
    var libc = new Libc();
    var environment = ChildEnvironment.given();
    var words = new ArrayList<>(LAST);
    words.addAll(command);
    try {
      var file = new CommandPath(libc).resolve(words.getFirst(), environment.value("PATH"));
      closeInherited(libc);
      long nowhere = NativeStrings.string(NOWHERE).address();
      new Spawn(libc).start(file, words, environment.entries(), nowhere, Spawn.Scheduler.ORDINARY);
    } catch (CommandNotRunnableException | IOException | DirectoryIteratorException e) {
      // Nobody has asked for it, so nobody is told.
    }
  }

  private static void closeInherited(Libc libc) throws IOException {
    try (var open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (var descriptor : open) {
        int number = Integer.parseInt(descriptor.getFileName().toString());
        if (number > HostTerminal.STDERR) {
          OwnDescriptors.closeOnExec(libc, number);
        }
      }
    }
  }
}
