package dev.mantra.recorder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.transcript.TranscriptInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first records of an agent's file say: their plain members, by paths such as {@code
 * payload.id}. It tells whose a transcript is before anything in it is understood.
 */
public final class FileHead {

  /** The members that matter stand before long texts; some of these come to 64 KB. */
  private static final int LOOKED_AT = 256 << 10;

  private static final int MOST_RECORDS = 8;
  private static final int MOST_MEMBERS = 400;
  private static final int DEEPEST = 5;
  private static final int LONGEST = 4096;

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Map<String, String>> records = new ArrayList<>();
  private int members;

  private FileHead() {}

  /** Reads a file's beginning; what is no JSON ends it, and is no error. */
  public static FileHead of(Path file) throws IOException {
    byte[] bytes;
    try (var in = TranscriptInput.open(file)) {
      bytes = in.readNBytes(LOOKED_AT);
    }
    var head = new FileHead();
    try (var json = JSON.createParser(bytes)) {
      while (head.records.size() < MOST_RECORDS && json.nextToken() == JsonToken.START_OBJECT) {
        head.records.add(new HashMap<>());
        head.object(json, "", 1);
      }
    } catch (JsonProcessingException e) {
      // Cut off, or none of JSON: what came before counts.
      return head;
    }
    return head;
  }

  /** The member of the first record that has it. */
  public Optional<String> text(String path) {
    for (var record : records) {
      var value = record.get(path);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The same for a time. */
  public Optional<Instant> time(String path) {
    try {
      return text(path).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void object(JsonParser json, String path, int depth) throws IOException {
    for (var token = json.nextToken();
        token != null && token != JsonToken.END_OBJECT;
        token = json.nextToken()) {
      var name = path + json.currentName();
      var value = json.nextToken();
      if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
        object(json, name + ".", depth + 1);
      } else if (value == JsonToken.VALUE_STRING && json.getTextLength() <= LONGEST) {
        add(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private void add(String path, String value) {
    members++;
    if (members <= MOST_MEMBERS) {
      records.getLast().putIfAbsent(path, value);
    }
  }
}
