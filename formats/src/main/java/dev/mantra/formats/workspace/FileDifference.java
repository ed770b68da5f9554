package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A path at which something else stands than before.
 *
 * @param from where the file was before, if it was renamed
 * @param before absent when nothing was there
 * @param after absent when nothing is there any more
 */
public record FileDifference(
    Bytes path, Optional<Bytes> from, Optional<TreeEntry> before, Optional<TreeEntry> after) {

  /** The same with other names for paths. */
  public FileDifference named(UnaryOperator<Bytes> names) {
    return new FileDifference(
        names.apply(path),
        from.map(names),
        before.map(entry -> entry.named(names)),
        after.map(entry -> entry.named(names)));
  }

  /** The way back. */
  public FileDifference reversed() {
    return new FileDifference(from.orElse(path), from.map(_ -> path), after, before);
  }
}
