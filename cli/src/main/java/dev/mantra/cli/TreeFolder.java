package dev.mantra.cli;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.workspace.BodyReader;
import dev.mantra.formats.workspace.MissingBodyException;
import dev.mantra.formats.workspace.PathBytes;
import dev.mantra.formats.workspace.TreeEntry;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A folder to which a workspace's tree is written. It was empty before; what the tree's names and
 * links say leads nowhere else: links are made when nothing is written any more.
 */
final class TreeFolder {

  private final Path root;
  private final List<Missing> missing = new ArrayList<>();

  /** What could not be written, and why. */
  record Missing(Bytes path, String why) {}

  private record Later(Path place, FileState state) {}

  private TreeFolder(Path root) {
    this.root = root;
  }

  /** Makes the folder, unless it is there and empty. */
  static TreeFolder create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw isThere(folder, "it is not empty");
        }
      }
      return new TreeFolder(folder.toRealPath());
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw isThere(folder, "it is no folder");
    }
    return new TreeFolder(folder.toRealPath());
  }

  /** Writes everything; returns what is missing. */
  List<Missing> write(WorkspaceTree tree, BodyReader bodies) throws IOException {
    var later = new ArrayList<Later>();
    for (var path : tree.paths()) {
      if (!PathBytes.isBelow(path)) {
        missing.add(new Missing(path, "it would lie outside of the folder"));
        continue;
      }
      try {
        write(PathBytes.below(root, path), tree.at(path).orElseThrow(), bodies, later);
      } catch (MissingBodyException e) {
        missing.add(new Missing(path, String.valueOf(e.getMessage())));
      } catch (FileAlreadyExistsException e) {
        missing.add(new Missing(path, "another file has this name here"));
      } catch (NoSuchFileException e) {
        missing.add(new Missing(path, "what it lies in is no folder"));
      }
    }
    // What is in a folder is done before the folder, which may forbid it.
    Collections.reverse(later);
    for (var one : later) {
      finish(one);
    }
    return List.copyOf(missing);
  }

  private void write(Path place, TreeEntry entry, BodyReader bodies, List<Later> later)
      throws IOException {
    switch (entry.state()) {
      case FileState.Folder folder -> {
        Files.createDirectory(
            place,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        later.add(new Later(place, folder));
      }
      case FileState.Link link -> later.add(new Later(place, link));
      case FileState.Regular file -> {
        boolean whole = false;
        try (var out = open(place)) {
          out.write(bodies.read(entry.body(), BodyReader.LONGEST));
          whole = true;
        } finally {
          if (!whole) {
            Files.deleteIfExists(place);
          }
        }
        setMode(place, file.mode());
      }
    }
  }

  private void finish(Later one) throws IOException {
    switch (one.state) {
      case FileState.Folder folder -> setMode(one.place, folder.mode());
      case FileState.Link link -> link(one.place, link.target());
      case FileState.Regular _ -> throw new IllegalArgumentException("files are written at once");
    }
  }

  /** A target is bytes that need not be a path of this system's. */
  private void link(Path place, Bytes target) throws IOException {
    try {
      Files.createSymbolicLink(place, PathBytes.path(target));
    } catch (IllegalArgumentException | FileAlreadyExistsException e) {
      missing.add(
          new Missing(PathBytes.of(root.relativize(place)), "a link to it cannot be made here"));
    }
  }

  private static OutputStream open(Path place) throws IOException {
    try {
      return Channels.newOutputStream(
          FileChannel.open(
              place,
              Set.of(
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      throw new IOException("cannot write " + place + ": " + e.getReason(), e);
    }
  }

  private static void setMode(Path place, int mode) throws IOException {
    Files.setAttribute(place, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
  }

  private static CommandFailure isThere(Path folder, String what) {
    return new CommandFailure(
        ExitCode.IO, "cannot write to " + folder + ": " + what + "; name a new folder");
  }
}
