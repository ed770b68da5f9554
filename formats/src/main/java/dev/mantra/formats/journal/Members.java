package dev.mantra.formats.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The plain members of a JSON object, by name; what is missing is empty or zero. */
final class Members {

  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads an object, of which the parser stands at the beginning.
   *
   * @param nested reads the members that are objects or arrays themselves
   */
  static Members read(JsonParser json, Nested nested) throws IOException {
    var members = new Members();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (value == null) {
        throw new IllegalArgumentException("the object has no end");
      } else if (value.isScalarValue()) {
        members.values.put(name, json.getText());
      } else if (!nested.read(name)) {
        json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IllegalArgumentException("the object has no end");
    }
    return members;
  }

  /** Reads a member that is no plain value, or leaves it where it is and says so. */
  interface Nested {
    boolean read(String name) throws IOException;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  long number(String name) {
    return has(name) ? Long.parseLong(text(name)) : 0;
  }

  Optional<Instant> time(String name) {
    try {
      return optional(name).map(Instant::parse);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is no time", e);
    }
  }

  /** A constant by its name; an unknown one is an {@link IllegalArgumentException}. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
  }

  <E extends Enum<E>> E constant(String name, E otherwise) {
    return has(name) ? constant(name, otherwise.getDeclaringClass()) : otherwise;
  }
}
