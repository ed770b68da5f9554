package dev.mantra.replayer.export;

import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.EventTransform;
import java.io.IOException;
import java.io.OutputStream;

/** Exports what the program wrote to its terminal, byte for byte, and nothing else. */
record RawExporter() implements Exporter {

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var events = session.excerpt(EventTransform.identity()).events();
    while (events.hasNext()) {
      switch (events.next()) {
        case Event.Output output -> output.bytes().writeTo(out);
        case Event.Input _,
            Event.HiddenInput _,
            Event.Resize _,
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
    out.flush();
  }
}
