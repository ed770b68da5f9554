package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.terminal.DisplayedLine;
import java.io.IOException;
import java.util.Locale;

/** A displayed line as {@code text --json} prints it. */
final class LineJson {

  private LineJson() {}

  static void fields(JsonGenerator json, DisplayedLine line) throws IOException {
    json.writeNumberField("number", line.number());
    json.writeStringField("text", line.text());
    json.writeNumberField("first", SessionJson.seconds(line.firstSeen()));
    json.writeNumberField("last", SessionJson.seconds(line.lastSeen()));
    json.writeStringField("place", line.place().name().toLowerCase(Locale.ROOT));
  }
}
