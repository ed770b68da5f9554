package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileState;
import java.util.function.UnaryOperator;

/**
 * What stands at a path of a workspace.
 *
 * @param state the size in it is not known of a file that is as git has it
 * @param body what a file holds
 */
public record TreeEntry(FileState state, Body body) {

  /** The size of a file as long as nobody has asked git. */
  static final long UNKNOWN_SIZE = -1;

  /** What stands here that is no file. */
  static TreeEntry of(FileState state) {
    return new TreeEntry(state, Body.NONE);
  }

  /** The same with another name for where a link points to. */
  TreeEntry named(UnaryOperator<Bytes> names) {
    return state instanceof FileState.Link(var target)
        ? new TreeEntry(new FileState.Link(names.apply(target)), body)
        : this;
  }
}
