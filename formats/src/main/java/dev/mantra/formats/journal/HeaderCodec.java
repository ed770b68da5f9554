package dev.mantra.formats.journal;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionHeader.InputCapture;
import dev.mantra.formats.event.SessionHeader.Origin;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;

/** The session's header as a row of (field, counted bytes); unknown fields are passed over. */
final class HeaderCodec {

  private static final int ID = 1;
  private static final int STARTED_AT = 2;
  private static final int RECORDED_BY = 3;
  private static final int ARGUMENT = 4;
  private static final int FOLDER = 5;
  private static final int SIZE = 6;
  private static final int VARIABLE = 7;
  private static final int TITLE = 8;
  private static final int IDLE_TIME_LIMIT = 9;
  private static final int INPUT = 10;
  private static final int GIT_HEAD = 11;
  private static final int ORIGIN = 12;

  private HeaderCodec() {}

  static Bytes encode(SessionHeader header) {
    var out = new PayloadWriter();
    out.number(ID).text(header.id().value());
    var start = header.startedAt();
    field(
        out,
        STARTED_AT,
        new PayloadWriter().number(start.getEpochSecond()).number(start.getNano()));
    out.number(RECORDED_BY).text(header.recordedBy());
    header.command().forEach(word -> out.number(ARGUMENT).bytes(word));
    out.number(FOLDER).bytes(header.folder());
    var size = header.size();
    field(
        out,
        SIZE,
        new PayloadWriter()
            .number(size.columns())
            .number(size.rows())
            .number(size.pixelWidth())
            .number(size.pixelHeight()));
    new TreeMap<>(header.environment())
        .forEach((name, value) -> field(out, VARIABLE, new PayloadWriter().text(name).text(value)));
    header.title().ifPresent(text -> out.number(TITLE).text(text));
    header
        .idleTimeLimit()
        .ifPresent(limit -> field(out, IDLE_TIME_LIMIT, new PayloadWriter().number(nanos(limit))));
    field(out, INPUT, new PayloadWriter().number(header.input() == InputCapture.RECORDED ? 0 : 1));
    header.gitHead().ifPresent(head -> out.number(GIT_HEAD).text(head));
    header
        .origin()
        .ifPresent(
            from ->
                field(
                    out,
                    ORIGIN,
                    new PayloadWriter()
                        .text(from.format())
                        .text(from.path())
                        .text(from.sha256())
                        .bytes(from.header())));
    return Bytes.wrap(out.toArray());
  }

  /**
   * @throws IllegalArgumentException when the payload is no header
   */
  static SessionHeader decode(Bytes payload) {
    try {
      return read(new PayloadReader(payload));
    } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("the session's header cannot be understood", e);
    }
  }

  private static SessionHeader read(PayloadReader in) {
    var id = "";
    var startedAt = Instant.EPOCH;
    var recordedBy = "";
    var command = new ArrayList<Bytes>();
    var folder = Bytes.EMPTY;
    var size = WindowSize.STANDARD;
    var environment = new LinkedHashMap<String, String>();
    Optional<String> title = Optional.empty();
    Optional<Duration> idleTimeLimit = Optional.empty();
    var input = InputCapture.RECORDED;
    Optional<String> gitHead = Optional.empty();
    Optional<Origin> origin = Optional.empty();
    while (in.hasMore()) {
      int field = in.smallNumber();
      var value = in.bytes();
      var parts = new PayloadReader(value);
      switch (field) {
        case ID -> id = value.toUtf8();
        case STARTED_AT -> startedAt = Instant.ofEpochSecond(parts.number(), parts.number());
        case RECORDED_BY -> recordedBy = value.toUtf8();
        case ARGUMENT -> command.add(value);
        case FOLDER -> folder = value;
        case SIZE ->
            size =
                new WindowSize(
                    parts.smallNumber(),
                    parts.smallNumber(),
                    parts.smallNumber(),
                    parts.smallNumber());
        case VARIABLE -> environment.put(parts.text(), parts.text());
        case TITLE -> title = Optional.of(value.toUtf8());
        case IDLE_TIME_LIMIT -> idleTimeLimit = Optional.of(Duration.ofNanos(parts.number()));
        case INPUT -> input = parts.number() == 0 ? InputCapture.RECORDED : InputCapture.LEFT_OUT;
        case GIT_HEAD -> gitHead = Optional.of(value.toUtf8());
        case ORIGIN ->
            origin =
                Optional.of(new Origin(parts.text(), parts.text(), parts.text(), parts.bytes()));
        default -> {} // a field of a later version
      }
    }
    return new SessionHeader(
        new SessionId(id),
        startedAt,
        command,
        folder,
        size,
        environment,
        title,
        idleTimeLimit,
        input,
        gitHead,
        recordedBy,
        origin);
  }

  /** A limit of centuries is none: the largest number there is will do. */
  private static long nanos(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static void field(PayloadWriter out, int field, PayloadWriter value) {
    out.number(field).bytes(value.toArray());
  }
}
