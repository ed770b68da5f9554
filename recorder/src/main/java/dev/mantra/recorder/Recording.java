package dev.mantra.recorder;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.event.WorkspaceStart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/**
 * A session being recorded: sources put in what happens, one thread writes it down.
 *
 * <pre>
 *   terminal ─┐
 *   agent    ─┼─► EventQueue ─► writer ─► Sink (journal, asciicast)
 *   workspace ┘                   forcer ─► Sink.force, ten times a second
 * </pre>
 *
 * <p>Whatever goes wrong behind the queue stays there: no method throws, and what the terminal
 * tells waits for no disk. What agents and the workspace tell does.
 */
public final class Recording {

  /**
   * Output of so short a time may have one time. Nobody sees a difference of this: a sixteenth of
   * the time a screen takes to change.
   */
  public static final long BURST_NANOS = 1_000_000;

  /** At most this much is lost when the power fails. */
  private static final long FORCE_EVERY_MILLIS = 100;

  private final CountDownLatch opened = new CountDownLatch(1);
  private final EventQueue queue = new EventQueue();
  private final SessionClock clock;
  private final List<Sink> sinks;
  private final Notices notices;
  private final Thread writer;
  private final Thread forcer;
  private volatile Runnable whenSaid = () -> {};
  private volatile boolean paused;
  private volatile boolean dirty;
  private volatile boolean discarded;
  private volatile boolean closed;

  /** A recording that has yet to be started; troubles will be told to {@code notices}. */
  public Recording(SessionClock clock, List<Sink> sinks, Notices notices) {
    this.clock = clock;
    this.sinks = List.copyOf(sinks);
    this.notices = notices;
    this.writer = Thread.ofPlatform().daemon().name("journal").unstarted(this::writeAll);
    this.forcer = Thread.ofPlatform().daemon().name("force").unstarted(this::forceNowAndThen);
  }

  /** Starts writing, unless it has been started. What was put in before is not lost. */
  public synchronized void start() {
    if (writer.getState() == Thread.State.NEW) {
      writer.start();
    }
  }

  public SessionClock clock() {
    return clock;
  }

  public void output(long at, Bytes bytes) {
    if (!paused) {
      queue.add(new Event.Output(at, bytes));
    }
  }

  public void input(long at, Bytes bytes) {
    if (!paused) {
      queue.add(new Event.Input(at, bytes));
    }
  }

  /** Something was typed that nobody may see: only how much. */
  public void hiddenInput(long at, int length) {
    if (!paused) {
      queue.add(new Event.HiddenInput(at, length));
    }
  }

  public void resize(WindowSize size) {
    queue.add(new Event.Resize(clock.now(), size));
  }

  public void marker(String label) {
    queue.add(new Event.Marker(clock.now(), label));
  }

  /**
   * An agent's transcript says something. Waits while there is much to write: the terminal comes
   * first.
   */
  public void message(Entry entry) throws InterruptedException {
    queue.addPatiently(new Event.Message(clock.now(), entry));
    if (entry.subAgent().isEmpty()) {
      whenSaid.run();
    }
  }

  /** Has {@code action} run whenever something was said in the main conversation. */
  public void onMessage(Runnable action) {
    whenSaid = action;
  }

  /** What the workspace was at the start, or a part of it. */
  public void snapshot(WorkspaceStart start) throws InterruptedException {
    queue.addPatiently(new Event.Snapshot(clock.now(), start));
  }

  /**
   * A file of the workspace has changed.
   *
   * @param ago how many nanoseconds ago
   */
  public void fileChange(long ago, FileEdit edit) throws InterruptedException {
    long at = clock.now();
    queue.addPatiently(new Event.FileChange(at, Math.max(0, at - ago), edit));
  }

  /** Something of the workspace is not captured. */
  public void notCaptured(Bytes path, Omission why, String detail) throws InterruptedException {
    queue.addPatiently(new Event.NotCaptured(clock.now(), path, why, detail));
  }

  /** Stops recording input and output, or goes on with it. */
  public void togglePause() {
    long at = clock.now();
    if (paused) {
      queue.add(new Event.Resumed(at));
      paused = false;
    } else {
      paused = true;
      queue.add(new Event.Paused(at));
    }
  }

  /**
   * Waits until it is known whether there is a place to record to.
   *
   * @return false when there is none
   */
  public boolean awaitOpen() throws InterruptedException {
    opened.await();
    return notices.isEmpty();
  }

  /** Ends the session and waits until it is written. */
  public void finish(EndReason reason, OptionalInt status) {
    start();
    queue.addLast(new Event.End(clock.now(), reason, status, Totals.NONE));
    awaitWriter();
  }

  /** There was nothing to record after all: nothing is left of it. */
  public void discard() {
    discarded = true;
    queue.close();
    if (writer.getState() != Thread.State.NEW) {
      awaitWriter();
    }
  }

  private void awaitWriter() {
    try {
      if (!writer.join(patience())) {
        notices.add("the end of this session could not be written: the disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** That of the sink which may take longest: all are written by one thread. */
  private Duration patience() {
    var longest = Duration.ZERO;
    for (var sink : sinks) {
      longest = longest.compareTo(sink.patience()) < 0 ? sink.patience() : longest;
    }
    return longest;
  }

  private void writeAll() {
    forAll(Sink::open);
    opened.countDown();
    try {
      for (var events = queue.take(); !events.isEmpty(); events = queue.take()) {
        for (var event : events) {
          forAll(sink -> sink.write(event));
        }
        if (!dirty) {
          dirty = true;
          startForcing();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      forAll(discarded ? Sink::discard : Sink::close);
    }
  }

  private void startForcing() {
    if (forcer.getState() == Thread.State.NEW) {
      forcer.start();
    }
  }

  private void forceNowAndThen() {
    try {
      while (!closed) {
        Thread.sleep(FORCE_EVERY_MILLIS);
        if (dirty && !closed) {
          dirty = false;
          forAll(Sink::force);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something done with a sink that may fail. */
  private interface Step {
    void run(Sink sink) throws IOException;
  }

  /** One sink's trouble is not the others', and none is the user's until the program has ended. */
  private void forAll(Step step) {
    for (var sink : sinks) {
      try {
        step.run(sink);
      } catch (IOException | RuntimeException | Error e) {
        notices.add(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
  }
}
