package dev.mantra.recorder.history;

import java.nio.file.Path;

/** A place in an agent's file. */
public record Place(Path file, long offset) {

  @Override
  public String toString() {
    return file + ", byte " + offset;
  }
}
