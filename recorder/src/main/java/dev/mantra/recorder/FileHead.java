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

  /** Most of what is asked for stands in the first record, and that is mostly a short one. */
  private static final int FIRST_LOOK = 8 << 10;

  /** The members that matter stand before long texts; some of these come to 64 KB. */
  private static final int LONGEST_LOOK = 256 << 10;

  private static final int MOST_RECORDS = 8;
  private static final int MOST_MEMBERS = 400;
  private static final int DEEPEST = 5;
  private static final int LONGEST = 4096;

  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final List<Map<String, String>> records = new ArrayList<>();
  private int members;

  /** Whether there is more in the file than was looked at, and may be looked at. */
  private boolean hasMore;

  private FileHead(Path file) {
    this.file = file;
  }

  /** Reads a file's beginning; what is no JSON ends it, and is no error. */
  public static FileHead of(Path file) throws IOException {
    var head = new FileHead(file);
    head.look(FIRST_LOOK);
    return head;
  }

  /** The member of the first record that has it. */
  public Optional<String> text(String path) {
    var known = known(path);
    if (known.isEmpty() && hasMore) {
      lookFurther();
      return known(path);
    }
    return known;
  }

  private Optional<String> known(String path) {
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

  private void lookFurther() {
    try {
      look(LONGEST_LOOK);
    } catch (IOException e) {
      // It could be read a moment ago; whoever reads all of it is told why it cannot be now.
      hasMore = false;
    }
  }

  private void look(int length) throws IOException {
    byte[] bytes;
    try (var in = TranscriptInput.open(file)) {
      bytes = in.readNBytes(length);
    }
    hasMore = bytes.length == length && length < LONGEST_LOOK;
    records.clear();
    members = 0;
    try (var json = JSON.createParser(bytes)) {
      while (records.size() < MOST_RECORDS && json.nextToken() == JsonToken.START_OBJECT) {
        records.add(new HashMap<>());
        object(json, "", 1);
      }
    } catch (JsonProcessingException e) {
      // Cut off, or none of JSON: what came before counts.
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
