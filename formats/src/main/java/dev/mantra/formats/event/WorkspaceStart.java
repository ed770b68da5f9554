package dev.mantra.formats.event;

import java.util.List;
import java.util.Optional;

/**
 * What stood in the workspace at the session's start, or a part of that: the parts of a session add
 * up, and the last one says that it is.
 *
 * <p>What a git repository knows is not written down again: a work tree is its {@link GitBase} and
 * the differences to it, which {@link Found} tells.
 *
 * @param folder the workspace's path
 */
public record WorkspaceStart(Bytes folder, Part part, List<GitBase> bases, List<Found> files) {

  /** Whether more of the start is to come. */
  public enum Part {
    MORE,
    LAST
  }

  /**
   * The files of a tree of a git repository, as they come out of it.
   *
   * @param folder the work tree's folder, relative to the workspace's: empty when it is the same
   * @param repository the path of the repository's folder, in which {@code objects} is
   * @param tree the tree's id
   * @param modes what permission bits files and folders have of which nothing else is said
   */
  public record GitBase(Bytes folder, Bytes repository, Bytes tree, Modes modes) {}

  /** Permission bits: git itself knows only whether a file is executable. */
  public record Modes(int plain, int executable, int folder) {}

  /**
   * What stands at a path, whatever a tree says.
   *
   * @param state absent when nothing is there though a tree has something
   */
  public record Found(Bytes path, Optional<FileState> state) {}

  public WorkspaceStart {
    bases = List.copyOf(bases);
    files = List.copyOf(files);
  }

  /** How many bytes it holds, more or less: what it takes to keep it. */
  public long weight() {
    return 256L + files.stream().mapToLong(found -> 256 + found.path().length()).sum();
  }
}
