package dev.mantra.redactor.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.SessionId;
import dev.mantra.formats.event.WindowSize;
import dev.mantra.formats.journal.Annotations;
import dev.mantra.redactor.Detector;
import dev.mantra.redactor.HashedValues;
import dev.mantra.redactor.PageDetector;
import dev.mantra.redactor.Rules;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session that a test writes down, and what is left of it when it is redacted. */
final class ScannedSession implements SessionScan.Recording {
  private static final PageDetector DETECTOR = new PageDetector(new Detector(Rules.standard()));
  private static final long STEP = 50_000_000;

  private final List<Event> events = new ArrayList<>();
  private SessionHeader header = header(80, 24);
  private Annotations annotations = Annotations.NONE;
  private HashedValues known = new HashedValues(List.of());

  ScannedSession size(int columns, int rows) {
    header = header(columns, rows);
    return this;
  }

  ScannedSession command(String... words) {
    header =
        SessionHeader.builder(header.id(), header.startedAt(), "test")
            .size(header.size())
            .command(List.of(words).stream().map(Bytes::utf8).toList())
            .build();
    return this;
  }

  ScannedSession shows(String... outputs) {
    for (var output : outputs) {
      add(new Event.Output(now(), Bytes.utf8(output)));
    }
    return this;
  }

  ScannedSession shows(byte[] output) {
    return add(new Event.Output(now(), Bytes.wrap(output)));
  }

  ScannedSession types(String input) {
    return add(new Event.Input(now(), Bytes.utf8(input)));
  }

  /** Each key by itself, and what the program shows of it. */
  ScannedSession typesEach(String input, String echo) {
    for (int codePoint : input.codePoints().toArray()) {
      types(Character.toString(codePoint));
      if (!echo.isEmpty()) {
        shows(echo.equals("itself") ? Character.toString(codePoint) : echo);
      }
    }
    return this;
  }

  ScannedSession add(Event event) {
    events.add(event);
    return this;
  }

  /** A value that nothing speaks for but that it is known. */
  ScannedSession expects(String value) {
    known =
        new HashedValues(HashedValues.of("environment", List.of(value), new byte[] {1, 2, 3, 4}));
    return this;
  }

  ScannedSession isSaidToBe(Annotations said) {
    annotations = said;
    return this;
  }

  long now() {
    return events.size() * STEP;
  }

  /** What is to be covered: the same whether pages are kept in memory or read twice. */
  Redaction redaction() {
    try {
      var redaction = SessionScan.of(this, DETECTOR, known).redaction();
      var readTwice = SessionScan.of(this, DETECTOR, known, new KeptPages(0)).redaction();
      assertArrayEquals(
          RedactionCodec.encode(readTwice.marks()), RedactionCodec.encode(redaction.marks()));
      return redaction;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SessionHeader header() {
    return header;
  }

  @Override
  public Annotations annotations() {
    return annotations;
  }

  @Override
  public void read(SessionScan.Taker taker) {
    for (int i = 0; i < events.size(); i++) {
      taker.take(i, events.get(i));
    }
  }

  List<Event> redacted() {
    var redaction = redaction();
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      all.add(redaction.event(i, events.get(i)));
    }
    return all;
  }

  String redactedHeader() {
    return redaction().header(header).toString();
  }

  /** All that was written to the terminal. */
  String output() {
    return output(redacted());
  }

  String input() {
    var text = new StringBuilder();
    for (var event : redacted()) {
      if (event instanceof Event.Input input) {
        text.append(input.bytes().toUtf8());
      }
    }
    return text.toString();
  }

  /** The screen as it was, and as it is shown. */
  String screen() {
    return screen(events);
  }

  String redactedScreen() {
    return screen(redacted());
  }

  /** Where something stands on the screen, whatever it is. */
  String layout() {
    return layout(events);
  }

  String redactedLayout() {
    return layout(redacted());
  }

  private String layout(List<Event> shown) {
    var terminal = terminal(shown);
    var layout = new StringBuilder();
    for (int y = 0; y < terminal.rows(); y++) {
      for (int x = 0; x < terminal.columns(); x++) {
        layout.append(terminal.line(y).textAt(x).equals(" ") ? ' ' : '#');
      }
      layout.append('\n');
    }
    return layout.toString();
  }

  private Terminal terminal(List<Event> shown) {
    var terminal = new Terminal(header.size().columns(), header.size().rows());
    for (var event : shown) {
      if (event instanceof Event.Output output) {
        terminal.feed(output.bytes().toArray());
      }
    }
    return terminal;
  }

  private String screen(List<Event> shown) {
    var terminal = terminal(shown);
    var text = new StringBuilder();
    for (int y = 0; y < terminal.rows(); y++) {
      text.append(terminal.line(y).paddedText()).append('\n');
    }
    return text.toString();
  }

  private static String output(List<Event> events) {
    var text = new StringBuilder();
    for (var event : events) {
      if (event instanceof Event.Output output) {
        text.append(new String(output.bytes().toArray(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  private static SessionHeader header(int columns, int rows) {
    return SessionHeader.builder(
            new SessionId("20261121T063022Z-bash-pb3cs2"), Instant.EPOCH, "test")
        .size(new WindowSize(columns, rows))
        .build();
  }
}
