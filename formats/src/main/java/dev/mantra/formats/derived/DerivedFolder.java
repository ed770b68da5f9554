package dev.mantra.formats.derived;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of the cache with files of one kind, each derived from one session, or one from all.
 *
 * @param magic tells files of this kind from others
 */
public record DerivedFolder(Path path, int magic) {

  /** The name of the file that is derived from all sessions. */
  private static final String ALL = "all";

  /**
   * The file of a session; one that is not there, not of this kind or not whole is as good as none.
   *
   * @param variant tells it from others of the same session
   */
  public Optional<DerivedFile> open(SessionId session, String variant) {
    return DerivedFile.open(path.resolve(name(session, variant)), magic);
  }

  /** The file of all sessions. */
  public Optional<DerivedFile> openForAll() {
    return DerivedFile.open(path.resolve(ALL), magic);
  }

  /** Starts a new file that will replace the old one; empty when nothing can be written. */
  public Optional<DerivedFileWriter> create(SessionId session, String variant) {
    return create(name(session, variant));
  }

  /** The same for the file of all sessions. */
  public Optional<DerivedFileWriter> createForAll() {
    return create(ALL);
  }

  private Optional<DerivedFileWriter> create(String name) {
    try {
      return Optional.of(DerivedFileWriter.create(path, name, magic));
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

  /** Deletes the file of all sessions. */
  public void forgetAll() throws IOException {
    Files.deleteIfExists(path.resolve(ALL));
  }

  private static String name(SessionId session, String variant) {
    return session.value() + "." + variant;
  }
}
