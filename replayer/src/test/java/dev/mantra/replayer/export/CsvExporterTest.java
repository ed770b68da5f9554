package dev.mantra.replayer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mantra.formats.event.Event;
import dev.mantra.replayer.Recorded;
import dev.mantra.replayer.Said;
import dev.mantra.replayer.render.PageScreens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvExporterTest {

  @Provide
  Arbitrary<List<String>> texts() {
    var pieces =
        Arbitraries.of(
            "\"", "\"\"", ",", "\n", "\r\n", ";", "\t", " ", "=", "+", "-", "@", "'", "a", "1", "é",
            "\u0000");
    var marked = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    return Arbitraries.oneOf(marked, Arbitraries.strings().ofMaxLength(40)).list().ofSize(40);
  }

  @Property(tries = 20)
  void whatIsReadBackIsWhatWasSaid(@ForAll("texts") List<String> texts) throws IOException {
    var events = new ArrayList<Event>();
    for (int i = 0; i < texts.size(); i++) {
      events.add(Said.prompt(1000 + i, "p" + i, texts.get(i)));
    }
    var folder = Files.createTempDirectory("csv");
    var recorded = new Recorded(folder);
    var out = new ByteArrayOutputStream();
    var said = new ArrayList<String>();
    try (var replay = recorded.replay(recorded.session(events.toArray(Event[]::new)))) {
      var session =
          new ExportedSession(
              replay.header(),
              List.<Event>of()::iterator,
              replay,
              Span.WHOLE,
              _ -> {},
              new PageScreens(),
              _ -> {});
      new CsvExporter().export(session, out);
      for (var entry : session.entries()) {
        said.add(CsvCell.of(replay.messages().read(entry).text()));
      }
    }
    var csv = out.toString(StandardCharsets.UTF_8);
    try (var rows =
        new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(csv)) {
      assertEquals(said, rows.readAll().stream().map(row -> row.get("text")).toList());
    }
    assertTrue(csv.endsWith("\r\n"));
  }

  @Test
  void noCellIsAFormula() {
    for (var formula : List.of("=1+1", "+a", "-a", "@a", "\t=1", "\uff1d1")) {
      assertEquals("'" + formula, CsvCell.of(formula));
    }
    assertEquals("a=1", CsvCell.of("a=1"));
    assertEquals("", CsvCell.of(""));
  }
}
