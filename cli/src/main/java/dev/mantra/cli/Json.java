package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Output for programs. Everything beyond ASCII is escaped, so that no terminal is driven by it. */
final class Json {

  /** Grows when a field changes its meaning or goes away; new fields may come at any time. */
  private static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Fills in an object. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Prints one object, with the version of its schema first. */
  static void print(Console console, Body body) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var out = console.data();
    try (var json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      write(json, body);
    }
    out.write('\n');
  }

  /** The same object on one line without its end, for output of many. */
  static String line(Body body) throws IOException {
    var line = new StringWriter();
    try (var json = FACTORY.createGenerator(line)) {
      write(json, body);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, Body body) throws IOException {
    json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    json.setCharacterEscapes(new DeleteToo());
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    body.writeTo(json);
    json.writeEndObject();
  }

  static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  /** ASCII ends with a control character, which JSON does not mind. */
  private static final class DeleteToo extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      var codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
