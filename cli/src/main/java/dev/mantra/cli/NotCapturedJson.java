package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What of a workspace was not captured, the same wherever it is printed. */
final class NotCapturedJson {

  private NotCapturedJson() {}

  static void field(JsonGenerator json, List<Event.NotCaptured> gaps) throws IOException {
    json.writeArrayFieldStart("notCaptured");
    for (var gap : gaps) {
      json.writeStartObject();
      json.writeNumberField("at", SessionJson.seconds(gap.at()));
      json.writeStringField("path", gap.path().toUtf8());
      json.writeStringField("why", gap.why().name().toLowerCase(Locale.ROOT));
      json.writeStringField("detail", gap.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
