package dev.mantra.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears when it is complete or not at all: it is written beside its place and moved
 * there. Devices and pipes are written to as they are.
 */
final class NewFile implements AutoCloseable {

  /** What to do when the file is there already. */
  enum Overwrite {
    YES,
    NO
  }

  private final Path target;
  private final Overwrite overwrite;
  private final @Nullable Path temporary;
  private final OutputStream out;
  private boolean committed;

  private NewFile(Path target, Overwrite overwrite, @Nullable Path temporary, OutputStream out) {
    this.target = target;
    this.overwrite = overwrite;
    this.temporary = temporary;
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  static NewFile create(Path target, Overwrite overwrite) throws IOException {
    if (Files.isDirectory(target)) {
      throw new CommandFailure(
          ExitCode.IO, "cannot write " + target + ": it is a folder; name a file in it");
    }
    boolean special = Files.exists(target) && !Files.isRegularFile(target);
    if (special) {
      var out = Files.newOutputStream(target, StandardOpenOption.WRITE);
      return new NewFile(target, Overwrite.YES, null, out);
    }
    if (overwrite == Overwrite.NO && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw isThere(target);
    }
    // Where a link points to is replaced, not the link.
    var real = Files.exists(target) ? target.toRealPath() : target;
    var folder = real.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandFailure(
          ExitCode.IO, "cannot write " + target + ": the folder " + folder + " is not there");
    }
    var temporary = Files.createTempFile(folder, ".mantra-", ".part");
    return new NewFile(real, overwrite, temporary, Files.newOutputStream(temporary));
  }

  OutputStream out() {
    return out;
  }

  /** What was written so far, to be looked at before it is put in its place; empty for a device. */
  Optional<Path> written() throws IOException {
    out.flush();
    return Optional.ofNullable(temporary);
  }

  /** Puts the file in its place. */
  void commit() throws IOException {
    out.close();
    committed = true;
    if (temporary == null) {
      return;
    }
    try {
      if (overwrite == Overwrite.YES) {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(temporary, target);
      }
    } catch (FileAlreadyExistsException e) {
      throw isThere(target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      try {
        out.close();
      } finally {
        if (temporary != null) {
          Files.deleteIfExists(temporary);
        }
      }
    }
  }

  private static CommandFailure isThere(Path target) {
    return new CommandFailure(
        ExitCode.IO, "cannot write " + target + ": it is there already; --force replaces it");
  }
}
