package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A configuration file as a row of entries. Loaded only where such a file exists. */
final class TomlFile {

  private static final int LARGEST = 1 << 20;
  private static final Pattern TABLE = Pattern.compile("\\s*\\[+\\s*([^\\]]*?)\\s*\\]+.*");
  private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([^=#]+?)\\s*=.*");

  /** What kind of value an entry has. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    LIST
  }

  /**
   * One assignment.
   *
   * @param key with its table: {@code rec.input}
   * @param text the value; the members of a list are separated by blanks
   */
  record Entry(String key, Kind kind, String text, int line) {

    /** Whether the kind is one the form can be written in. */
    boolean fits(SettingForm form) {
      return switch (form) {
        case BOOLEAN -> kind == Kind.BOOLEAN;
        case SECONDS, NUMBER, COUNT -> kind == Kind.NUMBER;
        case SIZE -> kind == Kind.NUMBER || kind == Kind.TEXT;
        case COMMANDS -> kind == Kind.LIST;
        case FOLDER, KEY, COLOR, REDACTION -> kind == Kind.TEXT;
      };
    }
  }

  private final List<String> lines;
  private final List<Entry> entries = new ArrayList<>();

  private TomlFile(List<String> lines) {
    this.lines = lines;
  }

  static List<Entry> read(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new IOException("it is larger than 1 MB");
    }
    var text = new String(bytes, StandardCharsets.UTF_8);
    var toml = new TomlFile(text.lines().toList());
    try (var parser = new TomlFactory().createParser(text)) {
      parser.nextToken();
      toml.table(parser, "");
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new IOException(
          (place == null ? "" : "line " + place.getLineNr() + ": ")
              + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not TOML"),
          e);
    }
    return toml.entries;
  }

  private void table(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = prefix + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> table(parser, key + ".");
        case START_ARRAY -> entries.add(new Entry(key, Kind.LIST, list(parser), lineOf(key)));
        case VALUE_TRUE, VALUE_FALSE -> add(key, Kind.BOOLEAN, parser);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(key, Kind.NUMBER, parser);
        default -> add(key, Kind.TEXT, parser);
      }
    }
  }

  private void add(String key, Kind kind, JsonParser parser) throws IOException {
    entries.add(new Entry(key, kind, String.valueOf(parser.getText()), lineOf(key)));
  }

  private static String list(JsonParser parser) throws IOException {
    var members = new ArrayList<String>();
    int depth = 1;
    while (depth > 0) {
      switch (parser.nextToken()) {
        case START_ARRAY, START_OBJECT -> depth++;
        case END_ARRAY, END_OBJECT -> depth--;
        case null -> depth = 0;
        // A blank inside a member would make two of it; no form of a list allows one.
        default -> members.add(String.valueOf(parser.getText()).replaceAll("\\s", "\u00a0"));
      }
    }
    return String.join(" ", members);
  }

  /** The parser keeps no places, so the line is looked for: the last one that assigns the key. */
  private int lineOf(String key) {
    var table = "";
    int found = 1;
    for (int i = 0; i < lines.size(); i++) {
      var header = TABLE.matcher(lines.get(i));
      var assignment = ASSIGNMENT.matcher(lines.get(i));
      if (header.matches()) {
        table = plain(header.group(1)) + ".";
      } else if (assignment.matches()) {
        var assigned = table + plain(assignment.group(1));
        if (key.equals(assigned) || key.startsWith(assigned + ".")) {
          found = i + 1;
        }
      }
    }
    return found;
  }

  private static String plain(String key) {
    return key.replaceAll("[\"'\\s]", "");
  }
}
