package dev.mantra.cli;

import dev.mantra.formats.event.Event;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Sink;
import dev.mantra.redactor.session.LiveRedaction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has other sinks get what is recorded with its secrets covered. Each event is held back for
 * {@value #HELD_MILLIS} to 200 ms, so that a secret that is written in pieces is seen in full; a
 * thread of its own hands it on when nothing else happens.
 */
final class MaskedSink implements Sink {

  private static final long HELD_MILLIS = 150;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final long MILLI = 1_000_000;

  /** A flood is not held: that much has been seen in full. */
  private static final int MOST_HELD = 64;

  /**
   * Nothing can be written before the rules have been read. That takes the processor half a second,
   * and on a machine that had ten times as much to do as it can, 5 s were not enough for it.
   */
  private static final Duration READING_RULES = Duration.ofSeconds(60);

  private final Supplier<LiveRedaction> redaction;
  private final List<Sink> sinks;
  private final Notices notices;
  private final Deque<Long> arrivals = new ArrayDeque<>();
  private @Nullable Thread thread;

  MaskedSink(Supplier<LiveRedaction> redaction, List<Sink> sinks, Notices notices) {
    this.redaction = redaction;
    this.sinks = List.copyOf(sinks);
    this.notices = notices;
  }

  @Override
  public synchronized void open() throws IOException {
    thread = Thread.ofPlatform().name("mask").daemon().start(this::handOnNowAndThen);
    for (var sink : sinks) {
      sink.open();
    }
  }

  @Override
  public synchronized void write(Event event) throws IOException {
    redaction.get().take(event);
    arrivals.add(System.nanoTime());
    if (event instanceof Event.End) {
      handOn(arrivals.size());
    } else if (arrivals.size() > 2 * MOST_HELD) {
      handOn(MOST_HELD);
    }
  }

  @Override
  public void force() throws IOException {
    for (var sink : sinks) {
      sink.force();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    stop();
    handOn(arrivals.size());
    for (var sink : sinks) {
      sink.close();
    }
  }

  @Override
  public synchronized void discard() throws IOException {
    stop();
    for (var sink : sinks) {
      sink.discard();
    }
  }

  @Override
  public Duration patience() {
    return READING_RULES;
  }

  private void stop() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void handOnNowAndThen() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        handOnOld();
      }
    } catch (InterruptedException e) {
      // The recording has ended.
    } catch (IOException e) {
      notices.add(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void handOnOld() throws IOException {
    long oldest = System.nanoTime() - HELD_MILLIS * MILLI;
    int count = (int) arrivals.stream().takeWhile(arrival -> arrival <= oldest).count();
    if (count > 0) {
      handOn(count);
      force();
    }
  }

  private void handOn(int count) throws IOException {
    for (var event : redaction.get().release(count)) {
      arrivals.remove();
      for (var sink : sinks) {
        sink.write(event);
      }
    }
  }
}
