package dev.mantra.recorder.agents;

import dev.mantra.recorder.FileHead;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into folders that agents write to. What is not there is not seen. */
final class Traces {

  private Traces() {}

  /** The entries of a folder that match a pattern for names, in the order of their names. */
  static List<Path> in(Path folder, String glob) {
    var found = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** What the first records of a file say; empty where there is none. */
  static Optional<FileHead> head(Path file) {
    try {
      return Optional.of(FileHead.of(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A file's name without its ending. */
  static String stem(Path file) {
    var name = file.toString().substring(file.toString().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether a file was written at a moment or since. */
  static boolean isWritten(Path file, Instant since) {
    try {
      return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
    } catch (IOException e) {
      return false;
    }
  }
}
