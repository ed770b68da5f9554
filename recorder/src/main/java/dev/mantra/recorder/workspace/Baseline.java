package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.event.WorkspaceStart.Found;
import dev.mantra.formats.event.WorkspaceStart.Part;
import dev.mantra.recorder.workspace.Difference.Now;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first look: what stood in the workspace at the start. What is as git has it need not be said;
 * other files are read one by one, and what changes meanwhile is a change like any other.
 *
 * <p>The recorded program runs already. What it has changed before this look is told by the times:
 * the file is then taken to have been what git has, or nothing if it was made since.
 */
final class Baseline {

  private static final int FOLDER_MODE = 0755;
  private static final String PRESUMED = "taken to have been what git has";
  private static final int MOST_IN_A_PART = 500;
  private static final long LONGEST_NANOS = 1_000_000_000L;

  private final KnownTree tree;
  private final Capture capture;
  private final Bodies bodies;
  private final EditSink sink;
  private final Pending pending;
  private final Bytes folder;
  private final long startedAt;
  private final @Nullable GitBaseline git;
  private final Map<Integer, Integer> folderModes = new HashMap<>();
  private final Queue<Now> unread = new ArrayDeque<>();
  private final Set<Bytes> missingFolders = new HashSet<>();
  private final List<Found> part = new ArrayList<>();
  private boolean begun;
  private long partSince = System.nanoTime();

  /**
   * @param startedAt when the session began, in nanoseconds since 1970
   */
  Baseline(
      KnownTree tree,
      Capture capture,
      Bodies bodies,
      EditSink sink,
      Pending pending,
      Bytes folder,
      long startedAt,
      @Nullable GitBaseline git) {
    this.tree = tree;
    this.capture = capture;
    this.bodies = bodies;
    this.sink = sink;
    this.pending = pending;
    this.folder = folder;
    this.startedAt = startedAt;
    this.git = git;
  }

  /** Looks at everything; afterwards what is left to be read is read by {@link #step}. */
  void look(List<Now> all) throws IOException, InterruptedException {
    var others = new ArrayList<Now>();
    for (var now : all) {
      if (now.stamp().type() == Stamp.Type.FOLDER) {
        folderModes.merge(now.stamp().mode(), 1, Integer::sum);
      } else if (git == null || !git.take(tree, now)) {
        others.add(now);
      }
    }
    for (var now : all) {
      var known = now.folder().entries().get(now.name());
      if (known != null && isTold(now, known)) {
        part.add(new Found(now.path(), Optional.of(known.state())));
      }
    }
    for (var now : others) {
      unlikeGit(now);
    }
    for (var path : git == null ? List.<Bytes>of() : git.missing()) {
      if (!tree.isInClosed(path)) {
        missing(path);
      }
    }
    if (unread.isEmpty()) {
      end();
    }
  }

  /**
   * Reads one file.
   *
   * @return false when there was none left
   */
  boolean step() throws IOException, InterruptedException {
    var now = unread.poll();
    if (now == null) {
      return false;
    }
    read(now);
    if (unread.isEmpty()) {
      end();
    } else if (part.size() >= MOST_IN_A_PART || System.nanoTime() - partSince > LONGEST_NANOS) {
      flush(Part.MORE);
    }
    return true;
  }

  /** There is no time for the rest: it is told without its content. */
  void giveUp() throws InterruptedException {
    if (unread.isEmpty()) {
      return;
    }
    for (var now : unread) {
      part.add(new Found(now.path(), Optional.of(state(now, Omission.ENDED))));
      if (part.size() >= MOST_IN_A_PART) {
        flush(Part.MORE);
      }
    }
    unread.clear();
    end();
  }

  private void unlikeGit(Now now) throws IOException, InterruptedException {
    if (now.stamp().changed() < startedAt) {
      later(now);
    } else if (git != null && git.presume(tree, now.folder(), now.name())) {
      late(now.folder(), now.name(), PRESUMED);
    } else if (now.stamp().born() >= startedAt) {
      pending.add(now.folder().path(), now.name());
    } else {
      late(now.folder(), now.name(), "it may have been something else at the start");
      later(now);
    }
  }

  /** Something that git has is not there: it may have been at the start. */
  private void missing(Bytes path) throws IOException, InterruptedException {
    int slash = path.length() - 1;
    while (slash >= 0 && path.at(slash) != '/') {
      slash--;
    }
    var above = tree.folder(path.slice(0, Math.max(0, slash)));
    var name = path.slice(slash + 1, path.length() - slash - 1);
    if (above != null
        && git != null
        && KnownTree.modified(above) >= startedAt
        && git.presume(tree, above, name)) {
      late(above, name, PRESUMED);
    } else {
      part.add(new Found(path, Optional.empty()));
      missingFolders(path);
    }
  }

  /** A tree of git has no folders of its own: those of a missing file may be missing, too. */
  private void missingFolders(Bytes path) {
    for (int i = path.length() - 1; i > 0; i--) {
      if (path.at(i) == '/') {
        var above = path.slice(0, i);
        if (tree.folder(above) != null || !missingFolders.add(above)) {
          return;
        }
        part.add(new Found(above, Optional.empty()));
      }
    }
  }

  private void late(KnownFolder above, Bytes name, String detail) throws InterruptedException {
    sink.notCaptured(above.pathOf(name), Omission.LATE, detail);
    pending.add(above.path(), name);
  }

  private void later(Now now) {
    if (now.stamp().type() == Stamp.Type.FILE) {
      tree.put(
          now.folder(),
          now.name(),
          Known.file(now.stamp(), Held.of(Capture.UNREAD), Known.Trust.FULL));
    }
    unread.add(now);
  }

  private void read(Now now) throws IOException {
    var read = capture.read(now.folder(), now.folder().placeOf(now.name()));
    if (read.isEmpty() || !read.get().known().stamp().equals(now.stamp())) {
      // It has changed since it was looked at, which is looked into like any change.
      part.add(new Found(now.path(), Optional.of(state(now, Omission.LATE))));
      pending.add(now.folder().path(), now.name());
      return;
    }
    var known = read.get().known();
    var body = read.get().body();
    if (body != null) {
      known = known.withHeldIfFile(bodies.store(body));
    }
    var before = now.folder().entries().get(now.name());
    if (before == null || before.stamp().equals(now.stamp())) {
      tree.put(now.folder(), now.name(), known);
    }
    part.add(new Found(now.path(), Optional.of(known.state())));
  }

  /** Folders that nothing else tells of, and files that are as git has them but for their mode. */
  private boolean isTold(Now now, Known known) {
    return switch (now.stamp().type()) {
      case FOLDER -> now.stamp().mode() != folderMode() || isEmpty(now);
      case FILE -> git != null && git.isUnusual(known.stamp().mode());
      case LINK, OTHER -> false;
    };
  }

  private boolean isEmpty(Now now) {
    var below = tree.folder(now.path());
    return below == null || below.entries().isEmpty();
  }

  private int folderMode() {
    return git == null
        ? FOLDER_MODE
        : folderModes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(FOLDER_MODE);
  }

  private static FileState state(Now now, Omission why) {
    return new FileState.Regular(
        now.stamp().mode(), now.stamp().size(), new FileContent.Missing(why, Optional.empty()));
  }

  private void end() throws InterruptedException {
    flush(Part.LAST);
  }

  private void flush(Part which) throws InterruptedException {
    var bases =
        begun || git == null ? List.<WorkspaceStart.GitBase>of() : List.of(git.base(folderMode()));
    sink.start(new WorkspaceStart(folder, which, bases, part));
    begun = true;
    part.clear();
    partSince = System.nanoTime();
  }
}
