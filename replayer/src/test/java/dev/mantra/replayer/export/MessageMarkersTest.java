package dev.mantra.replayer.export;

import static dev.mantra.replayer.Recorded.MILLI;
import static dev.mantra.replayer.Recorded.output;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mantra.formats.asciicast.ForeignRecording;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Event.Marker;
import dev.mantra.replayer.Recorded;
import dev.mantra.replayer.Said;
import dev.mantra.replayer.render.PageScreens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages in asciicasts. */
class MessageMarkersTest {

  /** Typed at 1 s; the reply is written down at 3 s and drawn at 3.4 s. */
  private static final List<Event> EVENTS =
      List.of(
          output(0, "$ "),
          Said.typed(500, "count"),
          Said.typed(1000, "\r"),
          new Marker(1000 * MILLI, "mine"),
          output(1000, "count\r\n"),
          Said.prompt(1020, "p1", "count"),
          Said.call(2000, "c1", "Bash", "{}"),
          Said.reply(3000, "r1", "two ships"),
          output(3400, "two ships\r\n"),
          output(5000, "later"));

  @TempDir Path folder;

  private List<Event> exported(ExportFormat format, List<Event> events, Span span)
      throws IOException {
    var recorded = new Recorded(Files.createTempDirectory(folder, "store"));
    var session = recorded.session(events.toArray(Event[]::new));
    var out = new ByteArrayOutputStream();
    try (var replay = recorded.replay(session);
        var reader = session.read()) {
      format
          .exporter()
          .export(
              new ExportedSession(
                  replay.header(),
                  reader::events,
                  replay,
                  span,
                  _ -> {},
                  new PageScreens(),
                  _ -> {}),
              out);
    }
    var all = new ArrayList<Event>();
    var file = Files.write(folder.resolve("x.cast"), out.toByteArray());
    try (var read = ForeignRecording.open(file).events()) {
      read.forEachRemaining(all::add);
      assertEquals(0, read.problemCount());
    }
    return all;
  }

  private static List<Event> markers(List<Event> events) {
    return events.stream().filter(Marker.class::isInstance).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"ASCIICAST_V2", "ASCIICAST_V3"})
  void messagesAreMarkersWhereTheyAreSeen(ExportFormat format) throws IOException {
    assertEquals(
        List.of(
            new Marker(1000 * MILLI, "mine"),
            new Marker(1000 * MILLI, "1 user: count"),
            new Marker(3400 * MILLI, "2 claude: two ships")),
        markers(exported(format, EVENTS, Span.WHOLE)));
  }

  @Test
  void whatShowsAMessageComesBeforeItsMarker() throws IOException {
    var events = exported(ExportFormat.ASCIICAST_V3, EVENTS, Span.WHOLE);
    int marker = events.indexOf(new Marker(3400 * MILLI, "2 claude: two ships"));
    assertEquals(output(3400, "two ships\r\n"), events.get(marker - 1));
  }

  @Test
  void nothingElseIsChangedByThemButTheTotals() throws IOException {
    var with = new ArrayList<>(exported(ExportFormat.ASCIICAST_V3, EVENTS, Span.WHOLE));
    with.removeIf(event -> event instanceof Marker marker && !marker.label().equals("mine"));
    with.removeLast();
    var silent = EVENTS.stream().filter(event -> !(event instanceof Event.Message)).toList();
    var without = exported(ExportFormat.ASCIICAST_V3, silent, Span.WHOLE);
    assertEquals(without.subList(0, without.size() - 1), with);
  }

  @Test
  void aPartHasThoseOfItsMessages() throws IOException {
    assertEquals(
        List.of(new Marker(1400 * MILLI, "2 claude: two ships")),
        markers(exported(ExportFormat.ASCIICAST_V3, EVENTS, new Span(2000 * MILLI, 4000 * MILLI))));
  }

  @Test
  void aLabelIsAShortLineThatCanDoNoHarm() throws IOException {
    var events =
        exported(
            ExportFormat.ASCIICAST_V2,
            List.of(
                Said.prompt(1000, "p1", "\u001b]52;c;eA==\u0007 \u202eabc\nmore"),
                Said.reply(2000, "r1", "\u9727".repeat(1 << 20)),
                output(3000, "")),
            Span.WHOLE);
    assertEquals(
        List.of(
            "1 user: \\e]52;c;eA==\\x07 \\u{202e}abc", "2 claude: " + "\u9727".repeat(34) + "…"),
        markers(events).stream().map(event -> ((Marker) event).label()).toList());
  }
}
