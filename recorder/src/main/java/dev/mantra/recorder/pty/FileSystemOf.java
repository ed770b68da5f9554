package dev.mantra.recorder.pty;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/** The file system that a folder is on, as the operating system sees it. */
public final class FileSystemOf {

  private static final int O_RDONLY = 0;
  private static final int O_CLOEXEC = 0x80000;

  private FileSystemOf() {}

  /**
   * Writes through to the disk all that was written to it, by syncfs(2).
   *
   * @return false when there is no such call
   * @throws IOException when something could not be written
   */
  public static boolean force(Path folder) throws IOException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return false;
    }
    var libc = new Libc();
    var path = NativeStrings.string(Bytes.utf8(folder.toString()));
    int opened = libc.callInt(Libc.find("open"), path.address(), O_RDONLY | O_CLOEXEC, 0);
    if (opened < 0) {
      return false; // a path that Java spells otherwise; its files can be waited for
    }
    try {
      if (libc.callInt(Libc.find("syncfs"), opened, 0, 0) != 0) {
        throw new IOException(
            "cannot write through what is in " + folder + ": " + libc.describe(libc.errno()));
      }
      return true;
    } finally {
      libc.callInt(Libc.find("close"), opened, 0, 0);
    }
  }
}
