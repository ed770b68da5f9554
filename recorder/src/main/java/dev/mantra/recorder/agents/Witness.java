package dev.mantra.recorder.agents;

import dev.mantra.formats.conversation.PromptText;
import dev.mantra.formats.conversation.TypedLine;
import dev.mantra.formats.conversation.TypedLines;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * What happens at the session's terminal meanwhile: it tells whose a transcript is, and when to
 * look for one.
 *
 * <p>It is told on the journal's thread and asked on that of the agents.
 */
final class Witness implements Sink {

  /** Nobody sends more lines before one of them is found in a transcript. */
  private static final int MOST_LINES = 200;

  private static final int MOST_PAUSES = 200;

  /** Somebody who was there a moment ago may start an agent or talk to one. */
  private static final long LIVELY_NANOS = 5_000_000_000L;

  /** A prompt that is taken up at once is written down within this time after Enter. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  /** The clocks of two processes on one machine are the same, but for rounding. */
  private static final Duration TOLERANCE = Duration.ofMillis(300);

  private final SessionClock session;
  private final InstantSource clock;
  private final InputCapture input;
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private volatile long lastAt = Long.MIN_VALUE / 2;

  private final TypedLines typing = new TypedLines(this::sent);
  private final Deque<Sent> lines = new ArrayDeque<>();

  /** Those that are known to be prompts of the session's own transcripts. */
  private final Set<Sent> taken = new HashSet<>();

  private final Deque<Pause> pauses = new ArrayDeque<>();
  private Duration ahead = Duration.ZERO;

  /**
   * Something that was told.
   *
   * @param ahead by how much the clock on the wall is ahead of the session's: they part while the
   *     machine sleeps
   * @param meaning what it changes here
   */
  private record Heard(Duration ahead, Runnable meaning) {}

  /** A line that was sent with Enter. */
  private record Sent(Instant at, TypedLine line) {}

  /** From when to when nothing was to be recorded. */
  private record Pause(Instant from, Instant to) {}

  /** How well what was typed goes with a prompt that a transcript has. */
  enum Match {
    /** This very text was typed. */
    SAID,
    /** Enter was pressed when it was sent. */
    TIMED,
    NONE
  }

  Witness(SessionClock session, InstantSource clock, InputCapture input) {
    this.session = session;
    this.clock = clock;
    this.input = input;
  }

  @Override
  public void open() {}

  @Override
  public void write(Event event) {
    if (event instanceof Event.Output) {
      lastAt = session.now();
    } else if (event instanceof Event.Input input) {
      hear(() -> typing.accept(input));
    } else if (event instanceof Event.HiddenInput || event instanceof Event.Gap) {
      hear(typing::interrupt);
    } else if (event instanceof Event.Paused pause) {
      hear(() -> paused(pause));
    } else if (event instanceof Event.Resumed resumed) {
      hear(() -> resumed(resumed));
    }
  }

  @Override
  public void force() {}

  @Override
  public void close() {}

  @Override
  public void discard() {}

  /** Whether something was typed or shown a moment ago. */
  boolean isLively() {
    return session.now() - lastAt < LIVELY_NANOS;
  }

  /** Whether it is told what is typed. */
  boolean hears() {
    return input == InputCapture.RECORDED;
  }

  /** By the clock on the wall, as agents' times are. */
  Instant now() {
    return clock.instant();
  }

  /** Takes in what was told since the last time. */
  void listen() {
    for (var next = heard.poll(); next != null; next = heard.poll()) {
      ahead = next.ahead;
      next.meaning.run();
    }
  }

  /** Whether the person had recording paused at a moment. */
  boolean isPaused(Instant at) {
    return pauses.stream().anyMatch(pause -> !at.isBefore(pause.from()) && at.isBefore(pause.to()));
  }

  /**
   * How well a prompt goes with what was typed.
   *
   * @param time when it was written down
   */
  Match match(String prompt, Instant time) {
    var text = PromptText.of(prompt);
    Predicate<Sent> before = sent -> !sent.at.isAfter(time.plus(TOLERANCE));
    Predicate<Sent> atOnce = before.and(sent -> sent.at.plus(AT_ONCE).isAfter(time));
    // Short answers are given everywhere, and what was said in one conversation may be in others.
    var said =
        text.isShort() ? atOnce : before.and(sent -> !taken.contains(sent) || atOnce.test(sent));
    if (lines.stream().filter(said).anyMatch(sent -> text.isIn(sent.line.text()))) {
      return Match.SAID;
    }
    return lines.stream().anyMatch(atOnce) ? Match.TIMED : Match.NONE;
  }

  /** A transcript that is the session's has a prompt. */
  void taken(String prompt, Instant time) {
    var text = PromptText.of(prompt);
    lines.reversed().stream()
        .filter(sent -> !sent.at.isAfter(time.plus(TOLERANCE)) && text.isIn(sent.line.text()))
        .findFirst()
        .ifPresent(taken::add);
  }

  private void hear(Runnable meaning) {
    lastAt = session.now();
    var sessionSays = session.startedAt().plusNanos(session.now());
    heard.add(new Heard(Duration.between(sessionSays, clock.instant()), meaning));
  }

  private void paused(Event.Paused event) {
    typing.interrupt();
    pauses.add(new Pause(wall(event.at()), Instant.MAX));
    if (pauses.size() > MOST_PAUSES) {
      pauses.remove();
    }
  }

  private void resumed(Event.Resumed event) {
    if (!pauses.isEmpty()) {
      pauses.add(new Pause(pauses.removeLast().from, wall(event.at())));
    }
  }

  private void sent(TypedLine line) {
    lines.add(new Sent(wall(line.at()), line));
    if (lines.size() > MOST_LINES) {
      taken.remove(lines.remove());
    }
  }

  private Instant wall(long at) {
    return session.startedAt().plusNanos(at).plus(ahead);
  }
}
