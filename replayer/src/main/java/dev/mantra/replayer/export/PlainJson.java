package dev.mantra.replayer.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** JSON for programs. Everything beyond ASCII is escaped, so that no terminal is driven by it. */
public final class PlainJson {

  /** Grows when a field changes its meaning or goes away; new fields may come at any time. */
  private static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private PlainJson() {}

  /** Fills in an object. */
  @FunctionalInterface
  public interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Writes one object and a line feed, with the version of its schema first. */
  public static void write(OutputStream out, Body body) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    try (var json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      write(json, body);
    }
    out.write('\n');
  }

  /** The same object on one line without its end, for output of many. */
  public static String line(Body body) throws IOException {
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
