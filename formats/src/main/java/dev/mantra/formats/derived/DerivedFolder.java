package dev.mantra.formats.derived;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of the cache with files of one kind, each derived from one session.
 *
 * @param magic tells files of this kind from others
 */
public record DerivedFolder(Path path, int magic) {

  /**
   * The file of a session; one that is not there, not of this kind or not whole is as good as none.
   *
   * @param variant tells it from others of the same session
   */
  public Optional<DerivedFile> open(SessionId session, String variant) {
    return DerivedFile.open(path.resolve(name(session, variant)), magic);
  }

  /** Starts a new file that will replace the old one; empty when nothing can be written. */
  public Optional<DerivedFileWriter> create(SessionId session, String variant) {
    try {
      return Optional.of(DerivedFileWriter.create(path, name(session, variant), magic));
    } catch (CacheUnusableException e) {
      return Optional.empty();
    }
  }

  /** Deletes all files of a session. */
  public void forget(SessionId session) throws IOException {
    try (var files = Files.newDirectoryStream(path, name(session, "*"))) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Nothing was derived.
    }
  }

  private static String name(SessionId session, String variant) {
    return session.value() + "." + variant;
  }
}
