package dev.mantra.replayer.export;

import dev.mantra.formats.asciicast.AsciicastVersion;
import dev.mantra.formats.asciicast.AsciicastWriter;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Exports for asciinema and every other player of asciicasts. */
record AsciicastExporter(AsciicastVersion version) implements Exporter {

  @Override
  public void export(SessionHeader header, Iterator<Event> events, OutputStream out)
      throws IOException {
    var writer = AsciicastWriter.start(out, version, header);
    while (events.hasNext()) {
      writer.write(events.next());
    }
    writer.finish();
  }
}
