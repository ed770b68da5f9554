package dev.mantra.formats.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.journal.Annotations.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as a file of JSON lines that only grows, so that several programs may add to it, also
 * while the session is still being recorded.
 */
final class AnnotationsFile {

  private static final JsonFactory JSON = new JsonFactory();

  private AnnotationsFile() {}

  /** Reads them; a line that cannot be understood is passed over. */
  static Annotations read(Path file) throws IOException {
    var annotations = Annotations.NONE;
    // Asked first: most sessions have none, and an exception for each would slow down their list.
    if (!Files.exists(file)) {
      return annotations;
    }
    try {
      for (var line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
        var entry = line.isBlank() ? null : parse(line);
        if (entry != null) {
          annotations = annotations.plus(entry);
        }
      }
    } catch (NoSuchFileException e) {
      return Annotations.NONE;
    }
    return annotations;
  }

  /** Adds an entry in one write, so that no other writer comes in between. */
  static void append(Path file, Entry entry) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
            Permissions.privateFile())) {
      Permissions.makeFilePrivate(file);
      var line = ByteBuffer.wrap(format(entry, endsInLine(file) ? "\n" : ""));
      channel.write(line);
      if (line.hasRemaining()) {
        throw new IOException("could not write all of it to " + file);
      }
      channel.force(true);
    }
  }

  /** Whether the last line was never finished: what is added must not become part of it. */
  private static boolean endsInLine(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) != '\n';
    }
  }

  private static byte[] format(Entry entry, String before) throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      switch (entry) {
        case Entry.Title e -> json.writeStringField("title", text(e.text()));
        case Entry.Tag e -> json.writeStringField("tag", text(e.name()));
        case Entry.Untag e -> json.writeStringField("untag", text(e.name()));
        case Entry.Marked e -> {
          json.writeStringField("mark", text(e.label()));
          json.writeNumberField("at", e.at());
        }
        case Entry.Noted e -> {
          json.writeStringField("note", text(e.text()));
          json.writeStringField("made", e.made().toString());
        }
      }
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  /** Text that UTF-8 can hold: half a surrogate pair becomes a question mark. */
  private static String text(String given) {
    return new String(given.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static @Nullable Entry parse(String line) {
    var kind = "";
    var text = "";
    long at = 0;
    var made = Instant.EPOCH;
    try (var json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var field = json.currentName();
        var value = json.nextToken();
        switch (field) {
          case "at" -> at = json.getLongValue();
          case "made" -> made = Instant.parse(json.getText());
          case "title", "tag", "untag", "mark", "note" -> {
            kind = value == JsonToken.VALUE_STRING ? field : "";
            text = json.getText();
            json.skipChildren();
          }
          default -> json.skipChildren(); // a field of a later version
        }
      }
    } catch (JsonProcessingException | DateTimeException e) {
      return null;
    } catch (IOException e) {
      throw new AssertionError("a string cannot fail to be read", e);
    }
    return switch (kind) {
      case "title" -> new Entry.Title(text);
      case "tag" -> new Entry.Tag(text);
      case "untag" -> new Entry.Untag(text);
      case "mark" -> new Entry.Marked(at, text);
      case "note" -> new Entry.Noted(made, text);
      default -> null;
    };
  }
}
