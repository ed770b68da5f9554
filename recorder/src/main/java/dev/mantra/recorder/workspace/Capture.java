package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.workspace.PathBytes;
import dev.mantra.formats.workspace.TextPatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that others may be writing, renaming and deleting at the same time: what comes out is
 * what a file was at one moment, or the statement that there was no such moment.
 */
final class Capture {

  /** What is not read yet. */
  static final FileContent UNREAD = new FileContent.Missing(Omission.LATE, Optional.empty());

  private static final int TRIES = 3;

  private final Path root;
  private final Bodies bodies;
  private final Opening opening;

  /** Opens a file to be read. */
  @FunctionalInterface
  interface Opening {
    InputStream open(Path file) throws IOException;
  }

  /**
   * @param root the workspace's folder, without symbolic links in its path
   */
  Capture(Path root, Bodies bodies) {
    this(root, bodies, file -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
  }

  Capture(Path root, Bodies bodies, Opening opening) {
    this.root = root;
    this.bodies = bodies;
    this.opening = opening;
  }

  /** What a path holds. */
  static final class Read {
    private final Known known;
    private final byte @Nullable [] body;

    Read(Known known, byte @Nullable [] body) {
      this.known = known;
      this.body = body;
    }

    Known known() {
      return known;
    }

    /** The content of a file, if it is in memory; it is not stored yet then. */
    byte @Nullable [] body() {
      return body;
    }
  }

  /**
   * What stands at a path; empty when nothing does any more, or nothing that is captured, or a
   * folder that came in the meantime: it is told of, and only then looked into and watched.
   */
  Optional<Read> read(KnownFolder folder, Path place) throws IOException {
    try {
      for (int i = 0; i < TRIES; i++) {
        var stamp = Stamp.of(place);
        var read = read(place, stamp);
        if (read.isEmpty() || stamp.equals(Stamp.of(place))) {
          return isBelowRoot(folder) ? read : Optional.empty();
        }
      }
      var stamp = Stamp.of(place);
      return stamp.type() == Stamp.Type.FILE
          ? Optional.of(missing(stamp, Omission.CHANGING))
          : Optional.empty();
    } catch (NoSuchFileException
        | NotDirectoryException
        | NotLinkException
        | AccessDeniedException e) {
      // Gone, or the folder that it is in may not be read any more.
      return Optional.empty();
    }
  }

  private Optional<Read> read(Path place, Stamp stamp) throws IOException {
    return switch (stamp.type()) {
      case LINK ->
          Optional.of(
              new Read(Known.link(stamp, PathBytes.of(Files.readSymbolicLink(place))), null));
      case FILE -> Optional.of(file(place, stamp));
      case FOLDER, OTHER -> Optional.empty();
    };
  }

  private Read file(Path place, Stamp stamp) throws IOException {
    var trust = Known.Trust.of(stamp);
    try (var in = opening.open(place)) {
      return stamp.size() > TextPatch.LONGEST
          ? new Read(Known.file(stamp, bodies.store(in, stamp.size()), trust), null)
          : new Read(
              Known.file(stamp, Held.of(UNREAD), trust), in.readNBytes(TextPatch.LONGEST + 1));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return missing(stamp, Omission.UNREADABLE);
    }
  }

  private static Read missing(Stamp stamp, Omission why) {
    var content = new FileContent.Missing(why, Optional.empty());
    var trust = why == Omission.CHANGING ? Known.Trust.NONE : Known.Trust.FULL;
    return new Read(Known.file(stamp, Held.of(content), trust), null);
  }

  /** A folder on the way may have become a link that leads elsewhere. */
  private boolean isBelowRoot(KnownFolder folder) throws IOException {
    var path = folder.path();
    var expected = path.isEmpty() ? root : PathBytes.below(root, path);
    return folder.place().toRealPath().equals(expected);
  }
}
