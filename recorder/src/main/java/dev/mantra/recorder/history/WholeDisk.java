package dev.mantra.recorder.history;

import java.io.IOException;
import java.nio.file.Path;

/** Writes through all that a file system holds back, whoever wrote it: one wait for many files. */
@FunctionalInterface
public interface WholeDisk {

  /** A system without such a call: each file is waited for. */
  WholeDisk NONE = _ -> false;

  /**
   * Writes through the file system that a folder is on.
   *
   * @return false when this system cannot
   * @throws IOException when something could not be written
   */
  boolean force(Path folder) throws IOException;
}
