package dev.mantra.replayer;

import dev.mantra.formats.event.SessionId;
import dev.mantra.terminal.WidthPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where what is derived from one session is kept, if there is a cache folder. */
final class Cache {

  /** What can be derived. */
  enum Kind {
    KEYFRAMES("keyframes", 0x4d4b4559),
    LINES("lines", 0x4d4c494e);

    private final String folder;
    private final int magic;

    Kind(String folder, int magic) {
      this.folder = folder;
      this.magic = magic;
    }
  }

  private final Optional<Path> folder;
  private final String name;

  Cache(Optional<Path> folder, SessionId session, WidthPolicy policy) {
    this.folder = folder;
    this.name = prefix(session) + policy.name().toLowerCase(Locale.ROOT);
  }

  Optional<DerivedFile> open(Kind kind) {
    return folder.flatMap(root -> DerivedFile.open(folder(root, kind).resolve(name), kind.magic));
  }

  /** Starts a new file that will replace the old one; empty when nothing can be written. */
  Optional<DerivedFileWriter> create(Kind kind) {
    try {
      return folder.isEmpty()
          ? Optional.empty()
          : Optional.of(DerivedFileWriter.create(folder(folder.get(), kind), name, kind.magic));
    } catch (CacheUnusableException e) {
      return Optional.empty();
    }
  }

  static void forget(Path folder, SessionId session) throws IOException {
    for (var kind : Kind.values()) {
      try (var files = Files.newDirectoryStream(folder(folder, kind), prefix(session) + "*")) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        // Nothing was derived.
      }
    }
  }

  private static Path folder(Path root, Kind kind) {
    return root.resolve(kind.folder);
  }

  private static String prefix(SessionId session) {
    return session.value() + ".";
  }
}
