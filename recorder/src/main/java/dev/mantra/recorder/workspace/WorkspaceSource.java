package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Captures what becomes of the workspace's files while a program is recorded.
 *
 * <pre>
 *   file system ──► FolderWatch ──► Pending ──► KnownTree ──► Edits ──► Recording
 *   conversation ───────────────────┘           what differs   contents ──► content store
 * </pre>
 *
 * <p>All of it happens on one thread of low priority, which looks when the journal is open. Trouble
 * is told to the recording and never to the program.
 */
public final class WorkspaceSource {

  /** How long the user may wait for the last changes when the program has ended. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Clocks of file systems are behind by so much. */
  private static final long TICK_NANOS = 10_000_000;

  private final Supplier<Request> wanted;
  private final Recording recording;
  private final Notices notices;
  private final Pending pending = new Pending();
  private final Thread thread;

  /**
   * What to capture.
   *
   * @param folder the folder in which the program runs
   * @param named the folder that was asked for instead
   * @param home the user's
   * @param store where bodies go
   * @param session the session's folder
   * @param references the file in which the session lists its bodies
   * @param own all folders of ours, which are no part of any workspace
   * @param courtesy makes the thread that runs it one that lets others go first
   */
  public record Request(
      Path folder,
      Optional<Path> named,
      Optional<Path> home,
      ContentStore store,
      Path session,
      Path references,
      Set<Path> own,
      WorkspaceLimits limits,
      Runnable courtesy) {}

  /**
   * @param wanted asked for by the thread that captures
   */
  public WorkspaceSource(Supplier<Request> wanted, Recording recording, Notices notices) {
    this.wanted = wanted;
    this.recording = recording;
    this.notices = notices;
    this.thread = Thread.ofPlatform().daemon().name("workspace").unstarted(this::run);
  }

  /** Begins at once, beside the program. */
  public void start() {
    recording.onMessage(pending::want);
    thread.start();
  }

  /** Waits until what has happened so far is recorded, for a while. */
  public void finish() {
    pending.end();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        notices.mention("the last changes of the workspace's files were not recorded");
        recording.notCaptured(Bytes.EMPTY, Omission.ENDED, "the last changes of files");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      var request = wanted.get();
      request.courtesy().run();
      var chosen =
          request.named().isPresent()
              ? WorkspaceFolder.named(request.named().get(), request.home())
              : WorkspaceFolder.around(request.folder(), request.home());
      if (chosen.refusal().isEmpty()) {
        watch(chosen.folder(), request);
      } else if (recording.awaitOpen()) {
        refuse(chosen.refusal().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      lose(e);
    }
  }

  private void watch(Path folder, Request request) throws IOException, InterruptedException {
    // To open a repository takes as long as to open the journal: meanwhile.
    var first = new FirstLook(folder, request, pending, new Told());
    if (!recording.awaitOpen()) {
      first.giveUp();
      return;
    }
    try (var run = first.take(Stamp.nanos(recording.clock().startedAt()) - TICK_NANOS)) {
      run.follow();
    } catch (TooManyFilesException e) {
      refuse(folder + ": " + e.getMessage());
    }
  }

  private void refuse(String reason) throws InterruptedException {
    notices.mention("the workspace is not recorded: " + reason);
    recording.notCaptured(Bytes.EMPTY, Omission.REFUSED, reason);
  }

  private void lose(Throwable problem) {
    var reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    notices.mention("changes of files are not recorded any more: " + reason);
    try {
      recording.notCaptured(Bytes.EMPTY, Omission.UNREADABLE, reason);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts what was found out on the session's clock. */
  private final class Told implements EditSink {
    @Override
    public void start(WorkspaceStart start) throws InterruptedException {
      recording.snapshot(start);
    }

    @Override
    public void changed(long moment, FileEdit edit) throws InterruptedException {
      long ago = Stamp.nanos(Instant.now()) - moment;
      recording.fileChange(Math.max(0, ago), edit);
    }

    @Override
    public void notCaptured(Bytes path, Omission why, String detail) throws InterruptedException {
      recording.notCaptured(path, why, detail);
    }
  }
}
