package dev.mantra.formats.event;

import java.util.Optional;

/** Where the bytes of a file of the workspace are to be had. */
public sealed interface FileContent {

  /** In the content store, under their SHA-256. */
  record Stored(Bytes sha256) implements FileContent {}

  /**
   * From the same file before, and the patch that the change carries: {@code sha256} says whether
   * they came out right.
   */
  record Patched(Bytes sha256) implements FileContent {}

  /** In the repository that the workspace is a work tree of: the id of a blob there. */
  record InGit(Bytes blob) implements FileContent {}

  /**
   * Nowhere.
   *
   * @param sha256 what they were, where that is known
   */
  record Missing(Omission why, Optional<Bytes> sha256) implements FileContent {}

  /** The SHA-256 of the bytes, where it is known. */
  default Optional<Bytes> hash() {
    return switch (this) {
      case Stored content -> Optional.of(content.sha256);
      case Patched content -> Optional.of(content.sha256);
      case Missing content -> content.sha256;
      case InGit _ -> Optional.empty();
    };
  }
}
