package dev.mantra.redactor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of rules as its tables: the syntax is TOML, docs/redaction.md says what it may hold. */
final class RuleFile {

  /** One table of a file: {@code [[token]]} and so on. A single text counts as a list of one. */
  record Table(String kind, Map<String, List<String>> members) {

    Optional<String> text(String key) {
      return Optional.ofNullable(members.get(key)).map(List::getFirst);
    }

    List<String> list(String key) {
      return members.getOrDefault(key, List.of());
    }
  }

  /** What a file may say of itself. */
  private static final String VERSION = "version";

  private final String name;
  private final List<Table> tables = new ArrayList<>();

  private RuleFile(String name) {
    this.name = name;
  }

  /**
   * Reads a file's text.
   *
   * @param name the file's, for messages
   */
  static List<Table> read(String name, String text) throws InvalidRulesException {
    var file = new RuleFile(name);
    if (text.isEmpty()) {
      return List.of(); // as most users' files are: they need no parser
    }
    try (var parser = new TomlFactory().createParser(text)) {
      parser.nextToken();
      file.top(parser);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new InvalidRulesException(
          name
              + (place == null ? ": " : ", line " + place.getLineNr() + ": ")
              + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not TOML"));
    } catch (IOException e) {
      throw new InvalidRulesException(name + ": " + e.getMessage());
    }
    return file.tables;
  }

  private void top(JsonParser parser) throws IOException, InvalidRulesException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      var first = parser.nextToken();
      if (key.equals(VERSION) && first.isScalarValue()) {
        continue;
      }
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          tables.add(new Table(key, members(parser)));
        }
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new InvalidRulesException(name + ": '" + key + "' has to be a list: [[" + key + "]]");
      }
    }
  }

  private Map<String, List<String>> members(JsonParser parser)
      throws IOException, InvalidRulesException {
    Map<String, List<String>> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      List<String> values = new ArrayList<>();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(key, parser));
        }
      } else {
        values.add(value(key, parser));
      }
      members.put(key, List.copyOf(values));
    }
    return members;
  }

  private String value(String key, JsonParser parser) throws IOException, InvalidRulesException {
    if (!parser.currentToken().isScalarValue()) {
      throw new InvalidRulesException(
          name + ": '" + key + "' has to be a text, or a list of texts");
    }
    return String.valueOf(parser.getText());
  }
}
