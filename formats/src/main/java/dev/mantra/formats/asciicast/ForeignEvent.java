package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonToken;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.util.Optional;

/**
 * How something in a foreign recording that has no kind of event here is kept.
 *
 * <p>The body is the JSON array of an asciicast line, {@code [time, "code", data …]}; only its time
 * is replaced when it is written again.
 */
public final class ForeignEvent {

  /** The code of such an {@link Event.Unknown}; no kind of event will ever get it. */
  public static final int CODE = 240;

  private ForeignEvent() {}

  static Event.Unknown keep(long at, Bytes line) {
    return new Event.Unknown(at, CODE, line);
  }

  /**
   * Keeps what another format knows and asciicast has no code for, under that format's own code.
   */
  static Event.Unknown keep(long at, String code, String data) {
    var line = new JsonText();
    line.ascii("[0, ").string(code).ascii(", ").string(data).ascii("]");
    return keep(at, line.toBytes());
  }

  /** What follows the time in a kept line; absent when the line is none that could be written. */
  static Optional<Bytes> afterTime(Bytes line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.at(i) >= 0 && line.at(i) < 0x20 && line.at(i) != '\t') {
        return Optional.empty();
      }
    }
    try (var json = Json.FACTORY.createParser(line.toArray())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      var time = json.nextToken();
      if (time == null || !time.isNumeric() || json.nextToken() != JsonToken.VALUE_STRING) {
        return Optional.empty();
      }
      int code = (int) json.currentTokenLocation().getByteOffset();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        json.skipChildren();
        if (json.currentToken() == null) {
          return Optional.empty();
        }
      }
      int end = (int) json.currentLocation().getByteOffset();
      return Optional.of(line.slice(code, end - code));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
