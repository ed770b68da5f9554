package dev.mantra.recorder.agents;

import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.Sink;
import java.util.ArrayList;
import java.util.List;

/** A recording whose messages are kept in memory. */
final class Recorded implements Sink {

  private final List<Event.Message> messages = new ArrayList<>();
  private final SessionClock clock;
  private final Recording recording;

  /**
   * @param others what else is told of each event
   */
  Recorded(SessionClock clock, List<Sink> others) {
    this.clock = clock;
    var sinks = new ArrayList<>(others);
    sinks.add(this);
    recording = new Recording(clock, sinks, new Notices());
    recording.start();
  }

  Recording recording() {
    return recording;
  }

  SessionClock clock() {
    return clock;
  }

  synchronized List<Event.Message> messages() {
    return List.copyOf(messages);
  }

  List<Entry> entries() {
    return messages().stream().map(Event.Message::entry).toList();
  }

  /** What prompts and replies say, in the order in which they were journaled. */
  List<String> said() {
    return entries().stream().filter(Entry::isMessage).map(Entry::text).toList();
  }

  @Override
  public synchronized void write(Event event) {
    if (event instanceof Event.Message message) {
      messages.add(message);
      notifyAll();
    }
  }

  @Override
  public void open() {}

  @Override
  public void force() {}

  @Override
  public void close() {}

  @Override
  public void discard() {}
}
