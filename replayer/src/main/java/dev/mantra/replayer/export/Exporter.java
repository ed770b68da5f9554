package dev.mantra.replayer.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a session in one format, as its events come; memory is bounded by one event. */
public sealed interface Exporter permits AsciicastExporter, RawExporter {

  /** Writes all of it and flushes; the stream stays the caller's to close. */
  void export(ExportedSession session, OutputStream out) throws IOException;
}
