package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.util.Optional;

/** Output for programs. Everything beyond ASCII is escaped, so that no terminal is driven by it. */
final class Json {

  /** Grows when a field changes its meaning or goes away; new fields may come at any time. */
  private static final int SCHEMA_VERSION = 1;

  private Json() {}

  /** Fills in an object. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Prints one object, with the version of its schema first. */
  static void print(Console console, Body body) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var layout =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    var out = console.data();
    try (var json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
      json.setPrettyPrinter(layout);
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      body.writeTo(json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }
}
