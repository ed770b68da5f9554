package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.ContentWriter;
import dev.mantra.formats.workspace.GitObjects;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a workspace is captured with, and takes the first look at it. Opening writes nothing.
 */
final class FirstLook {

  private final Path folder;
  private final WorkspaceSource.Request request;
  private final Pending pending;
  private final EditSink sink;
  private final Bodies bodies;
  private final Snapshotter snapshotter;
  private final Optional<GitFolder> git;
  private final Optional<GitConfig> config;
  private final @Nullable GitBaseline inGit;

  FirstLook(Path folder, WorkspaceSource.Request request, Pending pending, EditSink sink)
      throws IOException {
    this.folder = folder;
    this.request = request;
    this.pending = pending;
    this.sink = sink;
    var limits = request.limits();
    this.bodies =
        new Bodies(
            request.store(),
            new ContentWriter(
                request.store(),
                request.references(),
                new ContentWriter.Limits(limits.sessionBytes(), limits.storeBytes())),
            limits);
    this.snapshotter = new Snapshotter(request.own());
    this.git = GitFolder.around(folder).filter(found -> found.workTree().equals(folder));
    this.config = git.map(found -> GitConfig.read(found, request.home()));
    this.inGit = gitBaseline();
  }

  /**
   * Looks at all files, and watches their folders from then on.
   *
   * @param startedAt when the session began, in nanoseconds since 1970
   */
  WorkspaceRun take(long startedAt) throws IOException, InterruptedException {
    boolean isOver = pending.isEnding();
    // To have a folder watched costs as much as to look at it, and nothing happens any more.
    var watches =
        isOver ? Watches.none() : new Watches(pending, request.session().resolve("watch"));
    WorkspaceRun run = null;
    try {
      run = take(startedAt, watches, isOver);
      return run;
    } finally {
      if (run == null) {
        watches.close();
        bodies.close();
      }
    }
  }

  private WorkspaceRun take(long startedAt, Watches watches, boolean isOver)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var rules = IgnoreRules.of(config.map(GitConfig::ignoreFiles).orElse(List.of()));
    var tree = new KnownTree(folder, rules, snapshotter, watches, request.limits().files());
    var capture = new Capture(folder, bodies);
    var name = PathBytes.of(folder);
    var baseline = new Baseline(tree, capture, bodies, sink, pending, name, startedAt, inGit);
    var all = tree.lookFirst();
    long looked = System.nanoTime() - start;
    baseline.look(all);
    snapshotter.track(_ -> false);
    var edits = new Edits(tree, capture, bodies, sink);
    return new WorkspaceRun(pending, tree, edits, baseline, bodies, watches, sink, looked, isOver);
  }

  /** Takes none after all. */
  void giveUp() throws IOException {
    bodies.close();
  }

  /** Absent where there is no commit, or one in a format that cannot be read. */
  private @Nullable GitBaseline gitBaseline() throws IOException {
    var commit = git.flatMap(GitHead::of);
    if (git.isEmpty() || config.isEmpty() || commit.isEmpty()) {
      return null;
    }
    var objects = GitObjects.open(git.get().common());
    bodies.useGit(objects);
    Optional<Bytes> head = objects.treeOf(commit.get());
    if (head.isEmpty()) {
      return null;
    }
    var index = GitIndex.read(git.get(), config.get(), objects, head.get());
    snapshotter.track(index::tracks);
    return new GitBaseline(git.get(), index, head.get());
  }
}
