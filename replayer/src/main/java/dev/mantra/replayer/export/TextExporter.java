package dev.mantra.replayer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Exports every line that was displayed, once, in the order in which they appeared. */
record TextExporter() implements Exporter {

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var span = session.span();
    for (var line : session.replay().lines()) {
      if (line.lastSeen() >= span.from() && line.firstSeen() <= span.to()) {
        out.write((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    out.flush();
  }
}
