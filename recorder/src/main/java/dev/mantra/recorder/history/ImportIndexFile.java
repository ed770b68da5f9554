package dev.mantra.recorder.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.mantra.formats.event.SessionId;
import dev.mantra.recorder.history.ImportIndex.Holding;
import dev.mantra.recorder.history.ImportIndex.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The index of imports on the disk: a JSON object a line.
 *
 * <pre>
 *  {"imports":1}                                                                 the layout's version
 *  {"file":"/home/…/x.jsonl","stamp":[size,modified,file],"of":"claude:…","root":"…"}
 *  {"file":"/home/…/y.jsonl","stamp":[size,modified,file],"of":"claude:…","subAgent":"…","call":"…"}
 *  {"databases":"/home/…/Cursor/User","stamp":[size,modified,file]}
 *  {"conversation":"claude:…","session":"…"}
 *  {"holds":["claude:…"],"by":"…","kind":"IMPORTED"}                             what a session holds
 * </pre>
 *
 * A file that cannot be understood is none: the next import makes it anew.
 */
final class ImportIndexFile {

  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;

  ImportIndexFile(Path file) {
    this.file = file;
  }

  ImportIndex read() throws IOException {
    var index = new ImportIndex();
    try (var in = Files.newInputStream(file);
        var json = JSON.createParser(in)) {
      boolean known = false;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        var line = new Line(json);
        known |= line.numbers("imports").equals(List.of((long) VERSION));
        if (!known) {
          return new ImportIndex();
        }
        line.addTo(index);
      }
      return index;
    } catch (NoSuchFileException e) {
      return index;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new ImportIndex();
    }
  }

  /** Takes the place of the old file at once. */
  void write(ImportIndex index) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(next);
        var json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      write(index, json);
      json.writeRaw('\n');
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(ImportIndex index, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("imports", VERSION);
    json.writeEndObject();
    for (var entry : index.files().entrySet()) {
      var seen = entry.getValue();
      json.writeStartObject();
      json.writeStringField("file", entry.getKey());
      write(seen.stamp(), json);
      json.writeStringField("of", seen.key().toString());
      if (!seen.owner().root().isEmpty()) {
        json.writeStringField("root", seen.owner().root());
      }
      if (seen.owner().subAgent().isPresent()) {
        json.writeStringField("subAgent", seen.owner().subAgent().get().id());
        json.writeStringField("call", seen.owner().subAgent().get().call());
      }
      json.writeEndObject();
    }
    for (var entry : index.databases().entrySet()) {
      json.writeStartObject();
      json.writeStringField("databases", entry.getKey());
      write(entry.getValue(), json);
      json.writeEndObject();
    }
    for (var entry : index.sessions().entrySet()) {
      json.writeStartObject();
      json.writeStringField("conversation", entry.getKey().toString());
      json.writeStringField("session", entry.getValue().value());
      json.writeEndObject();
    }
    for (var entry : index.holdings().entrySet()) {
      json.writeStartObject();
      json.writeArrayFieldStart("holds");
      for (var key : entry.getValue().conversations()) {
        json.writeString(key.toString());
      }
      json.writeEndArray();
      json.writeStringField("by", entry.getKey().value());
      json.writeStringField("kind", entry.getValue().kind().name());
      json.writeEndObject();
    }
  }

  private static void write(Stamp stamp, JsonGenerator json) throws IOException {
    json.writeFieldName("stamp");
    long[] parts = {stamp.size(), stamp.modified(), stamp.file()};
    json.writeArray(parts, 0, parts.length);
  }

  /** One line: texts, and lists of texts or numbers. */
  private static final class Line {
    private final Map<String, List<String>> members = new HashMap<>();

    Line(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var values = new ArrayList<String>(1);
        members.put(json.currentName(), values);
        if (json.nextToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(json.getText());
          }
        } else {
          values.add(json.getText());
        }
      }
    }

    void addTo(ImportIndex index) {
      if (members.containsKey("file")) {
        index.put(Path.of(text("file")), new Seen(stamp(), key("of"), owner()));
      } else if (members.containsKey("databases")) {
        index.put(Path.of(text("databases")), stamp());
      } else if (members.containsKey("conversation")) {
        index.put(key("conversation"), new SessionId(text("session")));
      } else if (members.containsKey("holds")) {
        var keys = new LinkedHashSet<ConversationKey>();
        members.get("holds").forEach(text -> keys.add(parse(text)));
        index.put(new SessionId(text("by")), new Holding(keys, Holding.Kind.valueOf(text("kind"))));
      }
    }

    private Stamp stamp() {
      var parts = numbers("stamp");
      return new Stamp(parts.get(0), parts.get(1), Math.toIntExact(parts.get(2)));
    }

    private TranscriptOwner owner() {
      var conversation = key("of").id();
      return members.containsKey("subAgent")
          ? TranscriptOwner.subAgent(conversation, text("subAgent"), text("call"))
          : TranscriptOwner.main(conversation).withRoot(text("root"));
    }

    List<Long> numbers(String name) {
      return members.getOrDefault(name, List.of()).stream().map(Long::valueOf).toList();
    }

    private String text(String name) {
      return members.getOrDefault(name, List.of("")).getFirst();
    }

    private ConversationKey key(String name) {
      return parse(text(name));
    }

    private static ConversationKey parse(String text) {
      return ConversationKey.parse(text)
          .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no conversation"));
    }
  }
}
