package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.replayer.export.PlainJson;
import java.io.IOException;
import java.util.Optional;

/** What commands print for programs. */
final class Json {

  private Json() {}

  /** Prints one object, with the version of its schema first. */
  static void print(Console console, PlainJson.Body body) throws IOException {
    PlainJson.write(console.data(), body);
  }

  /** The same object on one line without its end, for output of many. */
  static String line(PlainJson.Body body) throws IOException {
    return PlainJson.line(body);
  }

  static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }
}
