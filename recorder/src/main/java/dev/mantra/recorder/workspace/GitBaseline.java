package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.WorkspaceStart.GitBase;
import dev.mantra.formats.event.WorkspaceStart.Modes;
import dev.mantra.formats.workspace.PathBytes;
import dev.mantra.recorder.workspace.Difference.Now;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a work tree is as git has it: the tree of HEAD, and the permission bits most files have.
 */
final class GitBaseline {

  private static final int PLAIN_MODE = 0644;
  private static final int EXECUTABLE_MODE = 0755;
  private static final int EXECUTABLE = 0100;

  private final GitFolder git;
  private final GitIndex index;
  private final Bytes head;
  private final Map<Integer, Integer> modes = new HashMap<>();

  /**
   * @param head the tree of HEAD
   */
  GitBaseline(GitFolder git, GitIndex index, Bytes head) {
    this.git = git;
    this.index = index;
    this.head = head;
  }

  /** Takes note of a file or link if it is as git has it. */
  boolean take(KnownTree tree, Now now) throws IOException {
    var place = now.folder().placeOf(now.name());
    var blob = index.blob(now.path(), now.stamp(), place);
    if (blob.isEmpty()) {
      return false;
    }
    if (now.stamp().type() == Stamp.Type.LINK) {
      var target = PathBytes.of(Files.readSymbolicLink(place));
      tree.put(now.folder(), now.name(), Known.link(now.stamp(), target));
    } else {
      modes.merge(now.stamp().mode(), 1, Integer::sum);
      var held = Held.of(new FileContent.InGit(blob.get()));
      var trust = Known.Trust.of(now.stamp());
      tree.put(now.folder(), now.name(), Known.file(now.stamp(), held, trust));
    }
    return true;
  }

  /**
   * Takes what stands at a path, or does no more, to have been what git has.
   *
   * @return false when git has nothing there
   */
  boolean presume(KnownTree tree, KnownFolder folder, Bytes name) throws IOException {
    var committed = index.committed(folder.pathOf(name));
    if (committed.isEmpty()) {
      return false;
    }
    var blob = committed.get().blob();
    int mode = committed.get().executable() ? executable() : plain();
    tree.put(
        folder,
        name,
        Known.file(
            Stamp.presumed(mode, index.size(blob)),
            Held.of(new FileContent.InGit(blob)),
            Known.Trust.NONE));
    return true;
  }

  /** What HEAD has and the work tree has not. */
  List<Bytes> missing() {
    return index.missing();
  }

  GitBase base(int folderMode) {
    return new GitBase(
        Bytes.EMPTY,
        PathBytes.of(git.common()),
        head,
        new Modes(plain(), executable(), folderMode));
  }

  /** Whether a file has other permission bits than most. */
  boolean isUnusual(int mode) {
    return mode != ((mode & EXECUTABLE) == 0 ? plain() : executable());
  }

  private int plain() {
    return most(0, PLAIN_MODE);
  }

  private int executable() {
    return most(EXECUTABLE, EXECUTABLE_MODE);
  }

  private int most(int executable, int otherwise) {
    return modes.entrySet().stream()
        .filter(entry -> (entry.getKey() & EXECUTABLE) == executable)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }
}
