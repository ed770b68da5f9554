package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.indexer.FoundLine;
import dev.mantra.indexer.FoundLine.Place;
import java.io.IOException;
import java.util.Locale;

/** A line that was found as {@code --json} prints it. */
final class FoundLineJson {

  private FoundLineJson() {}

  static void fields(JsonGenerator out, FoundLine found) throws IOException {
    out.writeStringField("position", HitText.position(found.at()));
    out.writeNumberField("at", SessionJson.seconds(found.at()));
    switch (found.place()) {
      case Place.Displayed place -> {
        out.writeStringField("in", "lines");
        out.writeNumberField("message", place.message());
        out.writeNumberField("line", place.number());
        out.writeNumberField("last", SessionJson.seconds(place.lastSeen()));
      }
      case Place.Said place -> {
        out.writeStringField("in", "messages");
        out.writeStringField("number", place.number());
        out.writeStringField("kind", place.origin());
        out.writeNumberField("line", place.line());
      }
      case Place.Changed place -> {
        out.writeStringField("in", "files");
        out.writeNumberField("message", place.message());
        out.writeStringField("path", place.path());
        out.writeStringField("change", place.kind().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("line", place.line());
      }
    }
    out.writeStringField("text", found.text());
  }
}
