package dev.mantra.replayer.export;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes a session in one format, as its events come; memory is bounded by one event. */
public sealed interface Exporter permits AsciicastExporter, RawExporter {

  /** Writes all events and flushes; the stream stays the caller's to close. */
  void export(SessionHeader header, Iterator<Event> events, OutputStream out) throws IOException;
}
