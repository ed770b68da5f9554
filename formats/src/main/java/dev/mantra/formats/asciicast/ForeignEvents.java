package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The events of a foreign recording, read as they are asked for; memory is bounded by one event.
 *
 * <p>The last event is always an {@link Event.End}. It has the program's exit status where the
 * recording tells it. What could not be read is in {@link #problems()}, which is complete after the
 * last event. A failing disk is an {@link UncheckedIOException}.
 */
public final class ForeignEvents implements Iterator<Event>, Closeable {

  private final EventScanner scanner;
  private final Problems problems;
  private @Nullable Event next;
  private Totals totals = Totals.NONE;
  private long last;
  private boolean ended;

  ForeignEvents(EventScanner scanner, Problems problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Event next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var event = next;
    next = null;
    return event;
  }

  /** The first hundred things that were wrong up to here. */
  public List<Problem> problems() {
    return problems.first();
  }

  /** How many things were wrong up to here. */
  public long problemCount() {
    return problems.count();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    next = null;
    scanner.close();
  }

  private Event advance() {
    var event = scan();
    if (event == null) {
      ended = true;
      return new Event.End(last, EndReason.IMPORTED, OptionalInt.empty(), totals);
    }
    if (event.at() < last) {
      problems.add(
          scanner.problemHere(
              "the time goes back by "
                  + Seconds.format(last - event.at(), 0)
                  + " s; the event was put at the time of the one before it"));
      event = event.withAt(last);
    }
    last = event.at();
    if (event instanceof Event.End end) {
      ended = true;
      return new Event.End(end.at(), end.reason(), end.status(), totals);
    }
    totals = totals.plus(event);
    return event;
  }

  private @Nullable Event scan() {
    try {
      return scanner.next();
    } catch (EOFException | ZipException e) {
      problems.add(
          scanner.problemHere(
              "the compressed file is damaged or ends early here ("
                  + e.getMessage()
                  + "); what precedes it was kept"));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
