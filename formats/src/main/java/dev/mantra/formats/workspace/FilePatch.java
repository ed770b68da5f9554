package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.Optional;

/**
 * What became of one file, as {@code git apply} takes it.
 *
 * @param kind what git makes of it
 * @param text the patch with its header; empty when there is none
 * @param added how many lines were added
 * @param removed how many lines were removed
 * @param missing why there is no patch, where something is not known
 */
public record FilePatch(
    FileDifference difference,
    Kind kind,
    Form form,
    Bytes text,
    long added,
    long removed,
    Optional<String> missing) {

  /** What was done to the file. */
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED,
    /** Nothing but whether it is executable. */
    MODE
  }

  /** What the file holds. */
  public enum Form {
    TEXT,
    BINARY
  }
}
