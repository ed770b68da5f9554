package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.WindowSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code script} tells about a session: the header lines of a multi-stream timing file, else
 * the first line of the typescript.
 */
final class ScriptHeader {

  private static final int MOST_LINES = 1000;
  private static final String STARTED = "Script started on ";
  private static final List<String> NAMES =
      List.of("COMMAND", "TERM", "TTY", "COLUMNS", "LINES", "SHELL");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final ByteArrayOutputStream verbatim = new ByteArrayOutputStream();

  private ScriptHeader() {}

  static ForeignHeader read(RecordingFile timing, ScriptLogs logs) throws IOException {
    var header = timing(timing);
    if (header.values.isEmpty() && !logs.files().isEmpty()) {
      try (var log = new ScriptLog(new RecordingFile(logs.files().getFirst()))) {
        header.firstLine(log.firstLine());
      }
    }
    return header.toForeign();
  }

  /** The header lines that a timing file begins with; none in a classic one. */
  static Map<String, String> lines(RecordingFile timing) throws IOException {
    return timing(timing).values;
  }

  private static ScriptHeader timing(RecordingFile file) throws IOException {
    var header = new ScriptHeader();
    try (var lines = new Lines(file.open())) {
      String name = "";
      while (lines.next() && lines.number() <= MOST_LINES && !lines.isTooLong()) {
        var text = lines.text();
        var parsed = ScriptTiming.parse(text, ScriptTiming.Kind.OUTPUT);
        if (parsed.isPresent() && parsed.get().kind() != ScriptTiming.Kind.HEADER) {
          break;
        }
        if (parsed.isPresent()) {
          name = parsed.get().name();
          header.values.put(name, parsed.get().value());
        } else if (!name.isEmpty()) {
          header.values.merge(name, text, (before, more) -> before + "\n" + more);
        }
        lines.bytes().writeTo(header.verbatim);
        header.verbatim.write('\n');
      }
    }
    return header;
  }

  private void firstLine(String line) {
    verbatim.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    if (!line.startsWith(STARTED)) {
      return;
    }
    int bracket = line.indexOf(" [", STARTED.length());
    values.put(
        "START_TIME", line.substring(STARTED.length(), bracket < 0 ? line.length() : bracket));
    if (bracket >= 0) {
      NAMES.forEach(name -> value(line, bracket, name).ifPresent(v -> values.put(name, v)));
    }
  }

  /** Values are quoted, but quotes in them are not: one ends where the next name starts. */
  private static Optional<String> value(String line, int from, String name) {
    int start = line.indexOf(name + "=\"", from);
    if (start < 0) {
      return Optional.empty();
    }
    start += name.length() + 2;
    int end = Math.max(line.lastIndexOf("\"]"), line.lastIndexOf("\" <"));
    for (var next : NAMES) {
      int at = line.indexOf("\" " + next + "=\"", start);
      end = at >= 0 && at < end ? at : end;
    }
    return end < start ? Optional.empty() : Optional.of(line.substring(start, end));
  }

  private ForeignHeader toForeign() {
    var environment = new LinkedHashMap<String, String>();
    for (var name : List.of("TERM", "SHELL")) {
      var value = values.get(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    return new ForeignHeader(
        startedAt(values.get("START_TIME")),
        size(),
        Optional.ofNullable(values.get("COMMAND")),
        Optional.empty(),
        Optional.empty(),
        environment,
        Bytes.wrap(verbatim.toByteArray()));
  }

  private Optional<WindowSize> size() {
    try {
      return Optional.of(
          new WindowSize(
              Integer.parseInt(values.getOrDefault("COLUMNS", "")),
              Integer.parseInt(values.getOrDefault("LINES", ""))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> startedAt(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant());
    } catch (DateTimeException e) {
      // older versions wrote the time in the language of the user
      return Optional.empty();
    }
  }
}
