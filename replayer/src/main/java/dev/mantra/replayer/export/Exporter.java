package dev.mantra.replayer.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a session in one format; memory is bounded by one event, or one message. */
public sealed interface Exporter
    permits AsciicastExporter, RawExporter, TextExporter, PageExporter, JsonExporter, CsvExporter {

  /** Writes all of it and flushes; the stream stays the caller's to close. */
  void export(ExportedSession session, OutputStream out) throws IOException;
}
