package dev.mantra.formats.asciicast;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Totals;
import dev.mantra.formats.event.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code script} recorded: the timing file tells how many bytes of which log come when.
 *
 * <p>A window's change of size is in the timing file as a signal. Other signals are kept under the
 * code {@code S}. What stands in a log behind the last timed byte is kept too, at the end.
 */
final class ScriptReader implements EventScanner {

  /** Larger pieces are given in parts, so that a wrong count costs no memory. */
  private static final int PART = 1 << 20;

  private static final String EXIT_CODE = "COMMAND_EXIT_CODE=\"";

  private final Path timing;
  private final ScriptTiming.Kind classic;
  private final Lines lines;
  private final Problems problems;
  private final EventClock clock = new EventClock();
  private final Map<Path, ScriptLog> logs = new LinkedHashMap<>();
  private final Map<ScriptTiming.Kind, ScriptLog> streams = new HashMap<>();
  private ScriptTiming.Kind kind = ScriptTiming.Kind.HEADER;
  private long left;
  private OptionalInt status = OptionalInt.empty();
  private long duration;
  private boolean ended;

  ScriptReader(RecordingFile timing, ScriptLogs files, Problems problems) throws IOException {
    this.timing = timing.path();
    this.problems = problems;
    this.classic = files.output().isPresent() ? ScriptTiming.Kind.OUTPUT : ScriptTiming.Kind.INPUT;
    this.lines = new Lines(timing.open());
    try {
      if (files.output().isPresent()) {
        streams.put(ScriptTiming.Kind.OUTPUT, log(files.output().get()));
      }
      if (files.input().isPresent()) {
        streams.put(ScriptTiming.Kind.INPUT, log(files.input().get()));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private ScriptLog log(Path path) throws IOException {
    var log = logs.get(path);
    if (log == null) {
      log = new ScriptLog(new RecordingFile(path));
      logs.put(path, log);
    }
    return log;
  }

  @Override
  public @Nullable Event next() throws IOException {
    while (!ended) {
      if (left > 0) {
        var part = part();
        if (part != null) {
          return part;
        }
        continue;
      }
      if (!lines.next()) {
        return last();
      }
      var event = line();
      if (event != null) {
        return event;
      }
    }
    return null;
  }

  private @Nullable Event line() {
    var text = lines.text();
    var parsed = ScriptTiming.parse(text, classic);
    if (parsed.isEmpty()) {
      // a command of several lines stands in the file as it is, line feeds and all
      if (kind != ScriptTiming.Kind.HEADER && !lines.isBlank()) {
        problems.add(
            problemHere(
                lines.isTerminated()
                    ? "no timing; it was skipped"
                    : "torn: the file ends in the middle of this line"));
      }
      return null;
    }
    var step = parsed.get();
    kind = step.kind();
    var wrong = clock.advance(step.delay());
    if (wrong != null) {
      problems.add(problemHere(wrong));
    }
    if (step.kind() == ScriptTiming.Kind.HEADER) {
      header(step);
      return null;
    }
    if (step.kind() == ScriptTiming.Kind.SIGNAL) {
      return signal(step);
    }
    left = step.count();
    return null;
  }

  private void header(ScriptTiming step) {
    try {
      switch (step.name()) {
        case "EXIT_CODE" -> status = OptionalInt.of(Integer.parseInt(step.value().strip()));
        case "DURATION" -> duration = Seconds.nanos(step.value().strip());
        default -> {}
      }
    } catch (NumberFormatException e) {
      problems.add(problemHere(step.name() + " is no number"));
    }
  }

  private Event signal(ScriptTiming step) {
    var size = step.name().equals("SIGWINCH") ? size(step.value()) : null;
    return size != null
        ? new Event.Resize(clock.now(), size)
        : ForeignEvent.keep(clock.now(), "S", (step.name() + " " + step.value()).strip());
  }

  private static @Nullable WindowSize size(String value) {
    var fields = value.split(" ", 2);
    if (fields.length == 2 && fields[0].startsWith("ROWS=") && fields[1].startsWith("COLS=")) {
      try {
        return new WindowSize(
            Integer.parseInt(fields[1].substring(5)), Integer.parseInt(fields[0].substring(5)));
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Event part() throws IOException {
    var log = streams.get(kind);
    if (log == null) {
      // this stream's log was not there to be given: its times are all that is known of it
      left = 0;
      return null;
    }
    var bytes = log.read((int) Math.min(left, PART));
    left -= bytes.length();
    if (bytes.isEmpty()) {
      problems.atByte(
          log.path(), log.offset(), "ends " + left + " bytes before the timing file does");
      left = 0;
      return null;
    }
    return kind == ScriptTiming.Kind.INPUT
        ? new Event.Input(clock.now(), bytes)
        : new Event.Output(clock.now(), bytes);
  }

  /** Behind the last timing: what the logs still hold, and the exit status. */
  private Event last() throws IOException {
    for (var log : logs.values()) {
      long offset = log.offset();
      var rest = withoutFooter(log.read(PART));
      if (!rest.isEmpty()) {
        problems.atByte(
            log.path(), offset, "the timing file ends here; what follows was put at the end");
        return log == streams.get(ScriptTiming.Kind.OUTPUT)
            ? new Event.Output(clock.now(), rest)
            : new Event.Input(clock.now(), rest);
      }
    }
    ended = true;
    long end = Math.max(clock.now(), duration);
    return new Event.End(
        end, status.isPresent() ? EndReason.EXITED : EndReason.IMPORTED, status, Totals.NONE);
  }

  /** Takes the footer off the end, and the exit status out of it. */
  private Bytes withoutFooter(Bytes rest) {
    var text = new String(rest.toArray(), StandardCharsets.ISO_8859_1);
    int footer = text.lastIndexOf("\nScript done");
    if (footer < 0) {
      return rest;
    }
    int code = text.indexOf(EXIT_CODE, footer);
    int end = code < 0 ? -1 : text.indexOf('"', code + EXIT_CODE.length());
    if (end >= 0 && status.isEmpty()) {
      try {
        status = OptionalInt.of(Integer.parseInt(text.substring(code + EXIT_CODE.length(), end)));
      } catch (NumberFormatException e) {
        return rest.slice(0, footer);
      }
    }
    return rest.slice(0, footer);
  }

  @Override
  public Problem problemHere(String reason) {
    return new Problem(timing, Problem.Unit.LINE, Math.max(1, lines.number()), reason);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    for (var log : logs.values()) {
      log.close();
    }
  }
}
