package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads asciicast v1: one JSON object whose member {@code stdout} holds {@code [interval, "data"]}.
 *
 * <p>The file is one value and may be large: it is read as a stream, twice where something follows
 * {@code stdout}. Damage ends it, as nothing tells where the next event begins.
 */
final class AsciicastV1Reader implements EventScanner {

  private static final String EVENTS = "stdout";

  private final RecordingFile file;
  private final Problems problems;
  private final JsonParser json;
  private final EventClock clock = new EventClock();
  private boolean ended;

  AsciicastV1Reader(RecordingFile file, Problems problems) throws IOException {
    this.file = file;
    this.problems = problems;
    this.json = parser(file);
    try {
      ended = !findEvents();
    } catch (JsonProcessingException e) {
      stop(e.getOriginalMessage());
    } catch (EOFException | ZipException e) {
      stop(e.getMessage());
    }
  }

  /** All members but the events; also of a file that is torn in the events. */
  static AsciicastHeader header(RecordingFile file) throws IOException {
    var members = new LinkedHashMap<String, Json>();
    try (var json = parser(file)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        if (name.equals(EVENTS)) {
          json.skipChildren();
        } else {
          members.put(name, Json.read(json));
        }
      }
    } catch (JsonProcessingException | EOFException | ZipException e) {
      // reported where the events are read; if the damage hit the header, members are missing
      return new AsciicastHeader(members);
    }
    return new AsciicastHeader(members);
  }

  private static JsonParser parser(RecordingFile file) throws IOException {
    // through a Reader, because bytes that are no UTF-8 must not end the file
    return Json.FACTORY.createParser(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }

  private boolean findEvents() throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.equals(EVENTS) && value == JsonToken.START_ARRAY) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  @Override
  public @Nullable Event next() throws IOException {
    try {
      while (!ended) {
        var token = json.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
          ended = true;
        } else if (token == JsonToken.START_ARRAY) {
          var event = event();
          if (event != null) {
            return event;
          }
        } else {
          problems.add(problemHere("no event: not an array of interval and text"));
          json.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      stop(e.getOriginalMessage());
    }
    return null;
  }

  private @Nullable Event event() throws IOException {
    var first = json.nextToken();
    boolean timed = first != null && first.isNumeric();
    if (timed) {
      var wrong = clock.advance(json.getText());
      if (wrong != null) {
        problems.add(problemHere(wrong));
      }
    }
    Event event = null;
    if (timed && json.nextToken() == JsonToken.VALUE_STRING) {
      event =
          new Event.Output(
              clock.now(),
              Bytes.wrap(
                  Utf8Text.encode(
                      json.getTextCharacters(), json.getTextOffset(), json.getTextLength())));
      json.nextToken();
    }
    if (event == null || json.currentToken() != JsonToken.END_ARRAY) {
      problems.add(problemHere("no event: not an array of interval and text"));
    }
    while (json.currentToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
      json.nextToken();
    }
    return event;
  }

  private void stop(@Nullable String message) {
    ended = true;
    problems.add(
        problemHere(
            "torn: what follows cannot be read ("
                + (message == null ? "not JSON" : message.lines().findFirst().orElse(""))
                + ")"));
  }

  @Override
  public Problem problemHere(String reason) {
    return new Problem(
        file.path(),
        Problem.Unit.CHARACTER,
        Math.max(0, json.currentLocation().getCharOffset()),
        reason);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
