package dev.mantra.formats.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record's JSON in memory. Whoever asks for what is not there, or is of another type, gets
 * nothing: an empty text, zero, no elements.
 */
sealed interface Json {

  /** Reads what nobody vouches for: with bounds, and odd characters taken as they are. */
  JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(TranscriptLimits.DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(200)
                  .maxNameLength(50_000)
                  .build())
          .build();

  /**
   * @param source the object as it stands in the record
   */
  record Obj(Map<String, Json> members, Bytes source) implements Json {}

  record Arr(List<Json> values, Bytes source) implements Json {}

  record Text(String value) implements Json {}

  record Num(String digits) implements Json {}

  /** {@code true}, {@code false} or {@code null}; or nothing at all. */
  record Word(String literal) implements Json {

    private static final Word NONE = new Word("");
  }

  /**
   * Reads a whole record.
   *
   * @throws IOException when it is no JSON; the message says why and where
   */
  static Json of(Bytes record) throws IOException {
    var bytes = record.toArray();
    try {
      return of(bytes);
    } catch (IOException e) {
      // What is no UTF-8 costs only the characters that it is in.
      var mended = record.toUtf8().getBytes(StandardCharsets.UTF_8);
      if (Arrays.equals(bytes, mended)) {
        throw e;
      }
      return of(mended);
    }
  }

  private static Json of(byte[] bytes) throws IOException {
    try (var in = FACTORY.createParser(bytes)) {
      if (in.nextToken() == null) {
        throw new IOException("no JSON: it is empty");
      }
      var json = read(in, Bytes.wrap(bytes));
      if (in.nextToken() != null) {
        throw new IOException("no JSON: something follows its end");
      }
      return json;
    } catch (JsonProcessingException e) {
      // what exceeds a bound has no place
      var where =
          Optional.ofNullable(e.getLocation())
              .map(place -> ", byte " + place.getByteOffset())
              .orElse("");
      throw new IOException("no JSON: " + e.getOriginalMessage() + where, e);
    }
  }

  /** Reads a whole record; empty when it is no JSON. */
  static Optional<Json> lenient(Bytes record) {
    try {
      return Optional.of(of(record));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Json read(JsonParser in, Bytes record) throws IOException {
    var token = in.currentToken();
    if (token == null) {
      throw new IOException("no JSON: it is cut off");
    }
    return switch (token) {
      case START_OBJECT -> {
        int from = (int) in.currentTokenLocation().getByteOffset();
        var members = new LinkedHashMap<String, Json>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          var name = in.currentName();
          in.nextToken();
          members.put(name, read(in, record));
        }
        yield new Obj(members, source(in, record, from));
      }
      case START_ARRAY -> {
        int from = (int) in.currentTokenLocation().getByteOffset();
        var values = new ArrayList<Json>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          values.add(read(in, record));
        }
        yield new Arr(values, source(in, record, from));
      }
      case VALUE_STRING -> new Text(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(in.getText());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new Word(in.getText());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("no JSON: a value is missing");
    };
  }

  private static Bytes source(JsonParser in, Bytes record, int from) {
    return record.slice(from, (int) in.currentLocation().getByteOffset() - from);
  }

  /** A member of an object. */
  default Json get(String name) {
    return this instanceof Obj object ? object.members.getOrDefault(name, Word.NONE) : Word.NONE;
  }

  /** Whether there is something: also an empty text, but not null. */
  default boolean isPresent() {
    return !(this instanceof Word word)
        || word.literal.equals("true")
        || word.literal.equals("false");
  }

  default boolean isObject() {
    return this instanceof Obj;
  }

  default boolean isArray() {
    return this instanceof Arr;
  }

  default boolean isText() {
    return this instanceof Text;
  }

  default boolean isTrue() {
    return this instanceof Word word && word.literal.equals("true");
  }

  /** The elements of an array. */
  default List<Json> elements() {
    return this instanceof Arr array ? array.values : List.of();
  }

  /** The members of an object, in their order. */
  default Map<String, Json> entries() {
    return this instanceof Obj object ? object.members : Map.of();
  }

  /** A text; empty when it is something else. */
  default String text() {
    return this instanceof Text text ? text.value : "";
  }

  default Optional<String> optionalText() {
    return this instanceof Text text ? Optional.of(text.value) : Optional.empty();
  }

  default String text(String name) {
    return get(name).text();
  }

  /** A whole number, the nearest there is; zero when it is something else. */
  default long number() {
    if (!(this instanceof Num num)) {
      return 0;
    }
    try {
      return Long.parseLong(num.digits);
    } catch (NumberFormatException e) {
      return (long) Double.parseDouble(num.digits);
    }
  }

  default long number(String name) {
    return get(name).number();
  }

  /** The value as JSON, exactly as it stands in the record; a text without its quotation marks. */
  default String asWritten() {
    return switch (this) {
      case Obj object -> object.source.toUtf8();
      case Arr array -> array.source.toUtf8();
      case Text text -> text.value;
      case Num number -> number.digits;
      case Word word -> word.literal;
    };
  }
}
