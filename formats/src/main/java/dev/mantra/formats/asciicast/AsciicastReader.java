package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of asciicast v2 and v3: one JSON array a line, {@code [time, "code", "data"]}.
 *
 * <p>A line with an unknown code, or with data that its code should not have, is kept as it is. An
 * exit status that is not the last line (asciinema can append to a recording) is kept that way too.
 */
final class AsciicastReader implements EventScanner {

  private final RecordingFile file;
  private final AsciicastVersion version;
  private final Problems problems;
  private final Lines lines;
  private final EventClock clock = new EventClock();
  private @Nullable String time;
  private OptionalInt status = OptionalInt.empty();
  private @Nullable Parsed ahead;

  /** What a line says; the status only where it is one of version 3's. */
  private record Parsed(Event event, OptionalInt status) {}

  AsciicastReader(RecordingFile file, AsciicastVersion version, Problems problems)
      throws IOException {
    this.file = file;
    this.version = version;
    this.problems = problems;
    this.lines = new Lines(file.open());
    boolean header = false;
    while (!header && lines.next()) {
      header = !lines.isBlank() && !lines.startsWith('#');
    }
  }

  @Override
  public @Nullable Event next() throws IOException {
    var line = ahead == null ? nextLine() : ahead;
    ahead = null;
    if (line == null || line.status().isEmpty()) {
      return line == null ? null : line.event();
    }
    ahead = nextLine();
    return ahead == null
        ? new Event.End(line.event().at(), EndReason.EXITED, line.status(), Totals.NONE)
        : line.event();
  }

  private @Nullable Parsed nextLine() throws IOException {
    while (lines.next()) {
      if (lines.isBlank() || (version == AsciicastVersion.V3 && lines.startsWith('#'))) {
        continue;
      }
      var event = line();
      if (event != null) {
        return new Parsed(event, status);
      }
    }
    return null;
  }

  private @Nullable Event line() throws IOException {
    time = null;
    status = OptionalInt.empty();
    Event event = null;
    try {
      event = parse(lines.buffer(), lines.from(), lines.length());
    } catch (JsonProcessingException e) {
      event = repaired();
      problems.add(problemHere(event != null ? "not valid UTF-8; U+FFFD stands for it" : why(e)));
    }
    long at = at();
    return event == null ? null : event.withAt(at);
  }

  /** Second try for a line that only has bytes in it that are no UTF-8. */
  private @Nullable Event repaired() throws IOException {
    var bytes = lines.bytes().toArray();
    var valid = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    if (Arrays.equals(bytes, valid)) {
      return null;
    }
    try {
      return parse(valid, 0, valid.length);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The time of the line just parsed: also a bad line may tell how long it took. */
  private long at() {
    if (time == null) {
      return clock.now();
    }
    if (version == AsciicastVersion.V3) {
      var wrong = clock.advance(time);
      if (wrong != null) {
        problems.add(problemHere(wrong));
      }
      return clock.now();
    }
    try {
      return Seconds.nanos(time);
    } catch (NumberFormatException e) {
      problems.add(problemHere("the time is later than any session lasts; it was taken as 0"));
      return 0;
    }
  }

  /** The event of a line, at time 0; its time is left in {@link #time}. */
  private Event parse(byte[] line, int from, int length) throws IOException {
    try (var json = Json.FACTORY.createParser(line, from, length)) {
      expect(json, json.nextToken() == JsonToken.START_ARRAY, "is no JSON array");
      var first = json.nextToken();
      expect(json, first != null && first.isNumeric(), "does not start with a time");
      time = json.getText();
      expect(json, json.nextToken() == JsonToken.VALUE_STRING, "has no event code");
      var code = json.getText();
      Event event = null;
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        event = known(code, json);
        expect(json, json.nextToken() != null, "ends in the middle");
      }
      if (event != null && json.currentToken() == JsonToken.END_ARRAY) {
        expect(json, json.nextToken() == null, "goes on behind the event");
        return event;
      }
      skipRest(json);
      if (isKnown(code)) {
        problems.add(
            problemHere("data of another form than code \"" + code + "\" has; kept as is"));
      }
      return ForeignEvent.keep(0, Bytes.copyOf(line, from, length));
    }
  }

  private @Nullable Event known(String code, JsonParser json) throws IOException {
    return switch (code) {
      case "o" -> new Event.Output(0, data(json));
      case "i" -> new Event.Input(0, data(json));
      case "m" -> new Event.Marker(0, data(json).toUtf8());
      case "r" -> resize(json.getText());
      case "x" -> {
        status = version == AsciicastVersion.V3 ? exitStatus(json.getText()) : OptionalInt.empty();
        yield null;
      }
      default -> {
        // read to its end, so that a line that breaks off in it is noticed
        json.finishToken();
        yield null;
      }
    };
  }

  private boolean isKnown(String code) {
    return switch (code) {
      case "o", "i", "m", "r" -> true;
      case "x" -> version == AsciicastVersion.V3 && status.isEmpty();
      default -> false;
    };
  }

  private static Bytes data(JsonParser json) throws IOException {
    return Bytes.wrap(
        Utf8Text.encode(json.getTextCharacters(), json.getTextOffset(), json.getTextLength()));
  }

  private static @Nullable Event resize(String size) {
    try {
      return new Event.Resize(0, WindowSize.parse(size));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static OptionalInt exitStatus(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static void skipRest(JsonParser json) throws IOException {
    while (json.currentToken() != JsonToken.END_ARRAY) {
      expect(json, json.currentToken() != null, "ends in the middle");
      json.skipChildren();
      json.nextToken();
    }
    expect(json, json.nextToken() == null, "goes on behind the event");
  }

  private static void expect(JsonParser json, boolean holds, String wrong)
      throws JsonParseException {
    if (!holds) {
      throw new JsonParseException(json, wrong);
    }
  }

  private String why(JsonProcessingException e) {
    if (lines.isTooLong()) {
      return "skipped: longer than " + (Lines.LONGEST >> 20) + " MB";
    }
    if (!lines.isTerminated()) {
      return "torn: the file ends in the middle of this event";
    }
    var message = e.getOriginalMessage();
    return "no event: " + (message == null ? "not JSON" : message.lines().findFirst().orElse(""));
  }

  @Override
  public Problem problemHere(String reason) {
    return new Problem(file.path(), Problem.Unit.LINE, lines.number(), reason);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
