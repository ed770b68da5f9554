package dev.mantra.replayer.export;

import dev.mantra.replayer.export.EntryJson.Depth;
import java.io.IOException;
import java.io.OutputStream;

/** Exports what is known of a session and all that was said in it, for programs. */
record JsonExporter() implements Exporter {

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var entries = new EntryJson(session.replay().messages(), session.replay().header().startedAt());
    PlainJson.write(
        out,
        json -> {
          session.facts().writeTo(json);
          json.writeArrayFieldStart("messages");
          for (var entry : session.entries()) {
            session.progress().accept(entry.at());
            entries.write(json, entry, Depth.FULL);
          }
          json.writeEndArray();
        });
    out.flush();
  }
}
