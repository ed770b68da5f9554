package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the file of a command as a shell does, and says in a shell's words why there is none. */
final class CommandPath {

  /** Where execvp(3) looks when there is no PATH. */
  private static final Bytes STANDARD_PATH = Bytes.utf8("/bin:/usr/bin");

  private static final long ACCESS = Libc.find("access");
  private static final int EXISTS = 0;
  private static final int EXECUTABLE = 1;

  private final Libc libc;

  CommandPath(Libc libc) {
    this.libc = libc;
  }

  /**
   * @param command the first word, with or without slashes
   * @param path the value of PATH, or null when it is not set
   */
  Bytes resolve(Bytes command, @Nullable Bytes path) throws CommandNotRunnableException {
    return indexOf(command, '/', 0) >= 0
        ? check(command)
        : search(command, path == null ? STANDARD_PATH : path);
  }

  private Bytes check(Bytes file) throws CommandNotRunnableException {
    var name = file.toUtf8();
    if (!allows(file, EXISTS)) {
      throw CommandNotRunnableException.notFound(name, libc.describe(libc.errno()));
    }
    if (isDirectory(file)) {
      throw CommandNotRunnableException.notExecutable(name, "Is a directory");
    }
    if (!allows(file, EXECUTABLE)) {
      throw CommandNotRunnableException.notExecutable(name, libc.describe(libc.errno()));
    }
    return file;
  }

  private Bytes search(Bytes command, Bytes path) throws CommandNotRunnableException {
    boolean forbidden = false;
    for (int from = 0; from <= path.length() && !command.isEmpty(); ) {
      int colon = indexOf(path, ':', from);
      int to = colon < 0 ? path.length() : colon;
      var file = join(path.slice(from, to - from), command);
      if (allows(file, EXISTS) && !isDirectory(file)) {
        if (allows(file, EXECUTABLE)) {
          return file;
        }
        forbidden = true;
      }
      from = to + 1;
    }
    throw forbidden
        ? CommandNotRunnableException.notExecutable(command.toUtf8(), "Permission denied")
        : CommandNotRunnableException.notFound(command.toUtf8(), "command not found");
  }

  private boolean isDirectory(Bytes file) {
    return allows(join(file, Bytes.utf8(".")), EXISTS);
  }

  private boolean allows(Bytes file, int mode) {
    return libc.callInt(ACCESS, NativeStrings.string(file).address(), mode, 0) == 0;
  }

  /** An empty folder in PATH means the working folder. */
  private static Bytes join(Bytes folder, Bytes name) {
    var path = new ByteArrayOutputStream();
    path.writeBytes(folder.isEmpty() ? ".".getBytes(StandardCharsets.US_ASCII) : folder.toArray());
    path.write('/');
    path.writeBytes(name.toArray());
    return Bytes.wrap(path.toByteArray());
  }

  private static int indexOf(Bytes bytes, char wanted, int from) {
    for (int i = from; i < bytes.length(); i++) {
      if (bytes.at(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
