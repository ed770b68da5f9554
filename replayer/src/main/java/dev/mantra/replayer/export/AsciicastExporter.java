package dev.mantra.replayer.export;

import dev.mantra.formats.asciicast.AsciicastVersion;
import dev.mantra.formats.asciicast.AsciicastWriter;
import dev.mantra.formats.event.EventTransform;
import java.io.IOException;
import java.io.OutputStream;

/** Exports for asciinema and every other player of asciicasts; messages are markers. */
record AsciicastExporter(AsciicastVersion version) implements Exporter {

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var part = session.excerpt(EventTransform.marked(new MessageMarkers(session).all()));
    var writer = AsciicastWriter.start(out, version, part.header());
    while (part.events().hasNext()) {
      writer.write(part.events().next());
    }
    writer.finish();
  }
}
