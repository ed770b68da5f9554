package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Omission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows one workspace from its first look to its last: looks where something was told to have
 * changed, and everywhere when that is cheap or nothing is told.
 */
final class WorkspaceRun implements AutoCloseable {

  /** Looking everywhere takes a fiftieth of the time at most. */
  private static final long SHARE = 50;

  /** In the end it may take so long. */
  private static final long LAST_LOOK_NANOS = 1_500_000_000L;

  /** When changes are not told of, one looks at least so often. */
  private static final long LOOK_EVERY_NANOS = 2_000_000_000L;

  /** A look finds what changed during the one before; after so many, more is left to the next. */
  private static final int MOST_LOOKS = 5;

  private final Pending pending;
  private final KnownTree tree;
  private final Edits edits;
  private final Baseline baseline;
  private final Bodies bodies;
  private final Watches watches;
  private final EditSink sink;
  private final boolean lookedAfterEnd;
  private final Set<Omission> told = EnumSet.noneOf(Omission.class);
  private long lookTook;
  private long lookedAt = System.nanoTime();

  /**
   * @param lookTook how long the first look took, in nanoseconds
   * @param lookedAfterEnd the recording had ended before it: there is nothing that it has not seen
   */
  WorkspaceRun(
      Pending pending,
      KnownTree tree,
      Edits edits,
      Baseline baseline,
      Bodies bodies,
      Watches watches,
      EditSink sink,
      long lookTook,
      boolean lookedAfterEnd) {
    this.pending = pending;
    this.tree = tree;
    this.edits = edits;
    this.baseline = baseline;
    this.bodies = bodies;
    this.watches = watches;
    this.sink = sink;
    this.lookTook = lookTook;
    this.lookedAfterEnd = lookedAfterEnd;
  }

  /** Goes on until the recording ends. */
  void follow() throws IOException, InterruptedException {
    boolean reading = true;
    while (true) {
      tellTrouble();
      switch (pending.await(patience(reading))) {
        case NONE -> {
          if (reading) {
            reading = baseline.step();
          } else {
            lookEverywhere();
          }
        }
        case SETTLED -> lookWhereTold();
        case MESSAGE -> lookNow(nanosSinceLook() > SHARE * lookTook);
        case END -> {
          if (!lookedAfterEnd) {
            lookNow(lookTook < LAST_LOOK_NANOS);
          }
          readRest();
          tellTrouble();
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (bodies) {
      watches.close();
    }
  }

  private Optional<Long> patience(boolean reading) {
    if (reading) {
      return Optional.of(0L);
    }
    return watches.seesAll()
        ? Optional.empty()
        : Optional.of(Math.max(LOOK_EVERY_NANOS, 2 * SHARE * lookTook));
  }

  private long nanosSinceLook() {
    return System.nanoTime() - lookedAt;
  }

  /** What has happened before this moment is recorded when this returns. */
  private void lookNow(boolean mayLookEverywhere) throws IOException, InterruptedException {
    boolean caughtUp = watches.catchUp();
    if (mayLookEverywhere || !caughtUp) {
      lookEverywhere();
    }
    lookWhereTold();
  }

  private void lookWhereTold() throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      var names = pending.take();
      if (names.isEmpty()) {
        return;
      }
      var found = new ArrayList<Difference>();
      // A folder is looked at before what is in it: it may be gone.
      var folders = new ArrayList<>(names.keySet());
      folders.sort(KnownTree::upperFirst);
      for (var path : folders) {
        var folder = tree.folder(path);
        var some = names.get(path);
        if (folder != null && some != null) {
          tree.lookAt(folder, some, found);
        }
      }
      edits.write(found);
    }
  }

  private void lookEverywhere() throws IOException, InterruptedException {
    long start = System.nanoTime();
    var found = new ArrayList<Difference>();
    tree.lookEverywhere(found);
    lookedAt = System.nanoTime();
    lookTook = lookedAt - start;
    edits.write(found);
  }

  /** Reads what the first look left to be read, as long as the user can be kept waiting. */
  private void readRest() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LAST_LOOK_NANOS;
    boolean more = true;
    while (more && System.nanoTime() < deadline) {
      more = baseline.step();
    }
    baseline.giveUp();
    lookWhereTold();
  }

  private void tellTrouble() throws InterruptedException {
    if (watches.trouble().isPresent() && told.add(Omission.WATCH_LIMIT)) {
      sink.notCaptured(Bytes.EMPTY, Omission.WATCH_LIMIT, watches.trouble().get());
    }
    for (var closed : tree.takeClosed().entrySet()) {
      sink.notCaptured(closed.getKey(), Omission.UNREADABLE, closed.getValue());
    }
    for (var full : bodies.full()) {
      if (told.add(full)) {
        sink.notCaptured(Bytes.EMPTY, full, "contents of files are not kept any more");
      }
    }
  }
}
