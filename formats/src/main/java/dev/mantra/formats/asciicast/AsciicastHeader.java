package dev.mantra.formats.asciicast;

import com.fasterxml.jackson.core.JsonParser;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of an asciicast of any version, as a JSON object.
 *
 * <p>A member that is {@code null} is taken as absent: asciinema 1 wrote such. Size and version
 * must be there and make sense; anything else that makes none is left out.
 */
record AsciicastHeader(Map<String, Json> members) {

  /**
   * @throws IllegalArgumentException when it is no header; the message tells why
   */
  ForeignHeader toForeign(ForeignFormat format, Bytes verbatim) {
    return new ForeignHeader(
        startedAt(),
        Optional.of(size(format)),
        text(members, "command"),
        text(members, "title"),
        idleTimeLimit(),
        environment(),
        verbatim);
  }

  /** Reads the object at the parser's current token. */
  static AsciicastHeader read(JsonParser in) throws IOException {
    if (Json.read(in) instanceof Json.Obj object) {
      return new AsciicastHeader(object.members());
    }
    throw new IllegalArgumentException("the header is no JSON object");
  }

  /** The variables, with the terminal's type as TERM also where version 3 keeps it elsewhere. */
  Map<String, String> environment() {
    var variables = new LinkedHashMap<String, String>();
    text(term(), "type").ifPresent(type -> variables.put("TERM", type));
    if (members.get("env") instanceof Json.Obj env) {
      env.members()
          .forEach(
              (name, value) -> {
                if (value instanceof Json.Text text) {
                  variables.put(name, text.value());
                }
              });
    }
    return variables;
  }

  Map<String, Json> term() {
    return members.get("term") instanceof Json.Obj term ? term.members() : Map.of();
  }

  private WindowSize size(ForeignFormat format) {
    return format == ForeignFormat.ASCIICAST_V3
        ? new WindowSize(number(term(), "cols", "term.cols"), number(term(), "rows", "term.rows"))
        : new WindowSize(number(members, "width", "width"), number(members, "height", "height"));
  }

  Optional<Instant> startedAt() {
    var nanos = seconds("timestamp");
    return nanos == null ? Optional.empty() : Optional.of(Instant.ofEpochSecond(0, nanos));
  }

  private Optional<Duration> idleTimeLimit() {
    var nanos = seconds("idle_time_limit");
    return nanos == null || nanos <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private @Nullable Long seconds(String name) {
    if (!(members.get(name) instanceof Json.Num number)) {
      return null;
    }
    try {
      return Seconds.nanos(number.digits());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int number(Map<String, Json> of, String name, String shown) {
    var value = of.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the header has no \"" + shown + "\"");
    }
    try {
      int number = Integer.parseInt(value instanceof Json.Num digits ? digits.digits() : "");
      if (number >= 0 && number <= WindowSize.MAX) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "the header's \"" + shown + "\" is no number from 0 to " + WindowSize.MAX);
  }

  private static Optional<String> text(Map<String, Json> of, String name) {
    return of.get(name) instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
  }
}
