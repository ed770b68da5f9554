package dev.mantra.replayer;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.journal.JournalPlace;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.terminal.DisplayedLine;
import dev.mantra.terminal.LineCollector;
import dev.mantra.terminal.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The lines of a session as they come up while it is replayed. */
final class CollectedLines implements Iterator<DisplayedLine>, Closeable {

  private final JournalReader reader;
  private final ScreenEvents events;
  private final LineCollector collector;
  private final ProgressMeter progress;
  private final long duration;
  private final Queue<DisplayedLine> ready = new ArrayDeque<>();
  private final Input input = new Input();
  private long time;
  private boolean finished;

  /**
   * @param reader is closed with these
   * @param blank the terminal that the session starts with
   * @param duration when the session ends
   */
  CollectedLines(JournalReader reader, Terminal blank, long duration, ProgressMeter progress) {
    this.reader = reader;
    this.events = new ScreenEvents(reader);
    this.collector = new LineCollector(blank, ready::add);
    this.duration = duration;
    this.progress = progress;
    events.seek(JournalPlace.START, 0);
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty() && !finished) {
        advance();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !ready.isEmpty();
  }

  @Override
  public DisplayedLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private void advance() throws IOException {
    if (events.nextAt().isEmpty()) {
      finished = true;
      collector.finish(Math.max(time, duration));
      return;
    }
    events.place().ifPresent(progress::reach);
    var event = events.next();
    time = event.at();
    switch (event) {
      case Event.Output output -> output.bytes().writeTo(input);
      case Event.Resize resize ->
          collector.resize(resize.size().columns(), resize.size().rows(), time);
      case Event.Input _,
          Event.HiddenInput _,
          Event.Message _,
          Event.Snapshot _,
          Event.FileChange _,
          Event.NotCaptured _,
          Event.Marker _,
          Event.Paused _,
          Event.Resumed _,
          Event.Gap _,
          Event.End _,
          Event.Unknown _ -> {}
    }
  }

  /** Feeds the collector without a copy of what it is fed. */
  private final class Input extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      collector.feed(bytes, from, from + length, time);
    }
  }
}
