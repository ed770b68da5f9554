package dev.mantra.recorder.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.transcript.TranscriptContext;
import dev.mantra.formats.transcript.TranscriptParser;
import dev.mantra.formats.transcript.TranscriptRecord;
import dev.mantra.formats.transcript.TranscriptSink;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Understands lines such as {@code {"uuid":"1","type":"user","text":"hello","timestamp":"…"}}: what
 * an import needs of a parser, and no more.
 */
record ToyParser(TranscriptContext context, TranscriptSink sink) implements TranscriptParser {

  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void accept(TranscriptRecord record) {
    try {
      tell(members(record), record);
    } catch (IOException e) {
      sink.problem("no JSON", record);
    }
  }

  @Override
  public void finish() {}

  private void tell(Map<String, String> members, TranscriptRecord record) {
    var type = members.getOrDefault("type", "");
    var block =
        switch (type) {
          case "began" ->
              new Block.Began(
                  context.path(), members.getOrDefault("cwd", ""), "1", Optional.empty());
          case "title" -> new Block.Titled(members.getOrDefault("text", ""));
          default -> new Block.Text(members.getOrDefault("text", ""));
        };
    var kind =
        switch (type) {
          case "began", "title" -> Entry.Kind.SYSTEM;
          case "user", "assistant", "tool" -> Entry.Kind.valueOf(type.toUpperCase(Locale.ROOT));
          default -> Entry.Kind.UNKNOWN;
        };
    if (kind == Entry.Kind.UNKNOWN) {
      sink.unknown(type, record);
      return;
    }
    sink.entry(
        new Entry(
            "claude",
            context.conversation(),
            members.getOrDefault("uuid", "at " + record.offset()),
            Entry.Change.valueOf(members.getOrDefault("change", "ADDED")),
            context.subAgent(),
            kind,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.ofNullable(members.get("timestamp")).map(Instant::parse),
            Optional.empty(),
            Usage.NONE,
            List.of(block),
            record.omitted(),
            Optional.empty()),
        record);
  }

  private static Map<String, String> members(TranscriptRecord record) throws IOException {
    var members = new HashMap<String, String>();
    try (var json = JSON.createParser(record.json().toArray())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        members.put(json.currentName(), json.nextTextValue());
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("cut off");
      }
    }
    return members;
  }
}
