package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small piece of JSON in memory: the headers of recordings. Numbers stay the text they were, so
 * that nothing of them is lost.
 */
sealed interface Json {

  /** Reads JSON that nobody vouches for: depth and sizes are bounded, odd strings are taken. */
  JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(Lines.LONGEST)
                  .maxNumberLength(200)
                  .maxNameLength(10_000)
                  .build())
          .build();

  record Obj(Map<String, Json> members) implements Json {}

  record Arr(List<Json> elements) implements Json {}

  record Text(String value) implements Json {}

  record Num(String digits) implements Json {}

  /** {@code true}, {@code false} or {@code null}. */
  record Word(String literal) implements Json {}

  /** The value that starts at the parser's current token. */
  static Json read(JsonParser in) throws IOException {
    var token = in.currentToken();
    if (token == null) {
      throw new JsonParseException(in, "a value is missing");
    }
    return switch (token) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          var name = in.currentName();
          in.nextToken();
          members.put(name, read(in));
        }
        yield new Obj(members);
      }
      case START_ARRAY -> {
        var elements = new ArrayList<Json>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          elements.add(read(in));
        }
        yield new Arr(elements);
      }
      case VALUE_STRING -> new Text(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(in.getText());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new Word(in.getText());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(in, "a value is missing");
    };
  }

  default void writeTo(JsonText out) {
    switch (this) {
      case Obj object -> {
        var separator = "{";
        for (var member : object.members.entrySet()) {
          out.ascii(separator).string(member.getKey()).ascii(": ");
          member.getValue().writeTo(out);
          separator = ", ";
        }
        out.ascii(object.members.isEmpty() ? "{}" : "}");
      }
      case Arr array -> {
        var separator = "[";
        for (var element : array.elements) {
          out.ascii(separator);
          element.writeTo(out);
          separator = ", ";
        }
        out.ascii(array.elements.isEmpty() ? "[]" : "]");
      }
      case Text text -> out.string(text.value);
      case Num number -> out.ascii(number.digits);
      case Word word -> out.ascii(word.literal);
    }
  }
}
