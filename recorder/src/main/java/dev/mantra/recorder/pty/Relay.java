package dev.mantra.recorder.pty;

import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.recorder.Recording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running program's threads and signals, from its start to its end. */
final class Relay {

  private static final long WAITPID = Libc.find("waitpid");
  private static final int WUNTRACED = 2;

  /** Those that would end us first. */
  private static final List<Signal> HEARD =
      List.of(
          Signal.TERM,
          Signal.HUP,
          Signal.INT,
          Signal.WINCH,
          Signal.TSTP,
          Signal.CONT,
          Signal.USR1,
          Signal.USR2);

  /** How long a program that stays behind may hold up the prompt. */
  private static final long DRAIN_MILLIS = 150;

  /** How long a program may go on when its terminal is gone. */
  private static final long HANGUP_MILLIS = 5_000;

  /** For the recording to be written and the process to leave, should the JVM be ending. */
  private static final long LAST_WORDS_MILLIS = 6_000;

  private final HostTerminal host;
  private final Pty pty;
  private final PtySource.Request request;
  private final Recording recording;

  private final CountDownLatch over = new CountDownLatch(1);
  private boolean outputOver;
  private @Nullable ChildStatus ended;
  private EndReason reason = EndReason.EXITED;

  Relay(HostTerminal host, Pty pty, PtySource.Request request, Recording recording) {
    this.host = host;
    this.pty = pty;
    this.request = request;
    this.recording = recording;
  }

  PtySource.Outcome run(WindowSize size, Supplier<Keys> keys) {
    var jobs = new JobControl(host, pty, recording, size);
    thread("output", new OutputRelay(pty.master(), request.display(), recording, this::outputOver))
        .start();
    // Early: making the journal takes longer than everything else here together.
    recording.start();
    if (request.display() == Display.HOST) {
      thread("input", input(keys)).start();
    }
    Runtime.getRuntime().addShutdownHook(thread("last", this::endEarly));
    Signal.listen(HEARD, signal -> arrived(signal, jobs));
    followSize(jobs);
    thread("child", () -> watch(jobs)).start();
    try {
      return await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PtySource.Outcome(EndReason.TERMINATED, Optional.empty());
    } finally {
      over.countDown();
    }
  }

  private Runnable input(Supplier<Keys> keys) {
    return host.inputIsTerminal()
        ? new InputRelay(pty.master(), request.input(), keys, recording)
        : new PipedInput(pty.master(), request.input(), recording);
  }

  private void arrived(Signal signal, JobControl jobs) {
    switch (signal) {
      case WINCH -> followSize(jobs);
      case CONT -> jobs.resume();
      case TSTP -> jobs.suspend();
      case HUP -> hangUp();
      case TERM -> terminate();
      case INT, USR1, USR2 -> pty.signal(signal.number());
      case STOP -> {} // cannot be heard
    }
  }

  private void followSize(JobControl jobs) {
    if (request.display() == Display.HOST && request.size().isEmpty()) {
      jobs.followSize();
    }
  }

  /** The terminal went away: the program is told, and may say its last words to the record. */
  private void hangUp() {
    setReason(EndReason.HANGUP);
    pty.signalForeground(Signal.HUP.number());
    pty.signalForeground(Signal.CONT.number());
  }

  /**
   * The JVM is being told to end before our signals were listened to, or after an error of ours.
   * Our caller goes on meanwhile, and leaves for good when the program has ended.
   */
  private void endEarly() {
    if (over.getCount() == 0) {
      return;
    }
    hangUp();
    try {
      over.await(HANGUP_MILLIS, TimeUnit.MILLISECONDS);
      TimeUnit.MILLISECONDS.sleep(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      host.restore();
    }
  }

  private void terminate() {
    setReason(EndReason.TERMINATED);
    pty.signal(Signal.TERM.number());
  }

  private void watch(JobControl jobs) {
    var libc = new Libc();
    var word = NativeMemory.of(Integer.BYTES);
    while (true) {
      int pid = libc.callInt(WAITPID, pty.pid(), word.address(), WUNTRACED);
      if (pid < 0 && libc.errno() == Errno.EINTR) {
        continue;
      }
      var status = new ChildStatus(word.bytes().getInt(0));
      if (pid > 0 && status.isStopped()) {
        jobs.followStop();
      } else {
        childEnded(status);
        return;
      }
    }
  }

  private synchronized void setReason(EndReason why) {
    reason = why;
    notifyAll();
  }

  private synchronized void outputOver() {
    outputOver = true;
    notifyAll();
  }

  private synchronized void childEnded(ChildStatus status) {
    ended = status;
    notifyAll();
  }

  private synchronized PtySource.Outcome await() throws InterruptedException {
    while (ended == null) {
      if (reason == EndReason.HANGUP) {
        waitUntil(() -> ended != null, HANGUP_MILLIS);
        if (ended == null) {
          return new PtySource.Outcome(EndReason.DETACHED, Optional.empty());
        }
      } else {
        wait();
      }
    }
    waitUntil(() -> outputOver, DRAIN_MILLIS);
    return new PtySource.Outcome(reason, Optional.of(ended.shellStatus()));
  }

  private synchronized void waitUntil(Supplier<Boolean> condition, long millis)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !condition.get() && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  private static Thread thread(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }
}
