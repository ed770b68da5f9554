package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;

/** The bytes of a file of a workspace: where they are, with all that it takes to get them. */
public sealed interface Body {

  /** In the content store. */
  record Stored(Bytes sha256) implements Body {}

  /**
   * In a git repository.
   *
   * @param repository the path of the repository's folder
   */
  record InGit(Bytes repository, Bytes blob) implements Body {}

  /**
   * Made of another one.
   *
   * @param hunks what to do with it
   * @param sha256 what comes out
   */
  record Patched(Body before, Bytes hunks, Bytes sha256) implements Body {}

  /** These. */
  record Plain(Bytes bytes) implements Body {}

  /** Nowhere; {@code why} is for a person to read. */
  record Missing(String why) implements Body {}

  /** What something has that is no file. */
  Body NONE = new Plain(Bytes.EMPTY);
}
