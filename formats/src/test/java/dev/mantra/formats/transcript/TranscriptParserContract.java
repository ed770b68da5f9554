package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holds for the parsers of all agents. */
abstract class TranscriptParserContract {

  /** Files of the test's resources that are lines. */
  abstract List<String> files();

  /** A parser of one of them. */
  abstract TranscriptParser parser(String file, TranscriptSink sink);

  @Test
  void noEntryIsAddedTwiceAndNoneIsChangedThatThereIsNot() {
    for (var file : files()) {
      var ids = new HashSet<String>();
      for (var entry : read(file, bytes(file)).entries) {
        boolean isNew = ids.add(entry.id());
        assertEquals(entry.change() == Change.ADDED, isNew, file + ": " + entry);
      }
    }
  }

  @Test
  void whatIsReadAgainIsNotToldAgain() {
    for (var file : files()) {
      var told = new Told();
      var parser = parser(file, told);
      feed(parser, told, bytes(file), List.of());
      var once = List.copyOf(told.entries);
      feed(parser, told, bytes(file), List.of());
      assertEquals(once, told.entries, file);
    }
  }

  @Test
  void theSameFileGivesTheSameEntriesEachTime() {
    for (var file : files()) {
      assertEquals(read(file, bytes(file)).entries, read(file, bytes(file)).entries);
    }
  }

  @Test
  void aLineThatIsNoRecordCostsOnlyItself() {
    for (var file : files()) {
      var lines = text(file).lines().toList();
      for (int at = 0; at <= lines.size(); at++) {
        for (var bad : List.of("{\"type\":\"user\",\"mess", "\u0001", "[1]", "nonsense")) {
          var changed = new ArrayList<>(lines);
          changed.add(at, bad);
          var told = read(file, utf8(String.join("\n", changed) + "\n"));
          assertEquals(said(read(file, bytes(file))), said(told), file + " line " + at);
          assertEquals(1, told.problems.size(), bad);
        }
      }
    }
  }

  @Test
  void aRecordBeyondAllBoundsCostsOnlyItself() {
    var file = files().getFirst();
    var bombs =
        List.of(
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"" + "a".repeat(100_000) + "\":1}");
    for (var bomb : bombs) {
      var told = read(file, utf8(text(file) + bomb + "\n"));
      assertEquals(said(read(file, bytes(file))), said(told));
      assertEquals(1, told.problems.size(), bomb.substring(0, 9));
    }
  }

  @Test
  void bytesThatAreNoUtf8CostOnlyTheCharactersTheyAreIn() {
    var file = files().getFirst();
    var known = read(file, bytes(file));
    var before = text(file) + "{\"type\":\"meteor\",\"uuid\":\"m\",\"id\":\"";
    var odd = utf8(before + "?\"}\n");
    odd[utf8(before).length] = (byte) 0xc3;
    var told = read(file, odd);
    assertEquals(said(known), said(told));
    assertEquals(List.of(), told.problems);
    assertEquals(known.unknown.size() + 1, told.unknown.size());
  }

  @Test
  void aRecordOfAnUnknownKindIsNamedAndCostsNothing() {
    for (var file : files()) {
      var known = read(file, bytes(file));
      var told =
          read(file, utf8(text(file) + "{\"type\":\"meteor\",\"id\":\"m\",\"uuid\":\"m\"}\n"));
      assertEquals(said(known), said(told), file);
      assertEquals(known.unknown.size() + 1, told.unknown.size(), file);
    }
  }

  @Property(tries = 100)
  void anyPiecesOfTheFileGiveTheSame(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 3000) Integer> sizes) {
    for (var file : files()) {
      var told = new Told();
      feed(parser(file, told), told, bytes(file), sizes);
      assertEquals(read(file, bytes(file)).entries, told.entries, file);
    }
  }

  @Property(tries = 300)
  void noRecordIsTooOdd(@ForAll @From("records") List<String> records) {
    var told = new Told();
    var parser = parser(files().getFirst(), told);
    long offset = 0;
    for (var record : records) {
      var json = Bytes.utf8(record);
      parser.accept(new TranscriptRecord(json, offset, json.length(), 0));
      offset += json.length() + 1L;
    }
    parser.finish();
    told.entries.forEach(entry -> assertTrue(entry.size() >= 0));
  }

  @Provide
  Arbitrary<List<String>> records() {
    return OddRecords.like(files().toArray(String[]::new));
  }

  /** Everything but the ids: some are made from the place in the file. */
  private static List<String> said(Told told) {
    return told.entries.stream().map(Told::content).toList();
  }

  private Told read(String file, byte[] bytes) {
    var told = new Told();
    feed(parser(file, told), told, bytes, List.of());
    return told;
  }

  private static void feed(TranscriptParser parser, Told told, byte[] bytes, List<Integer> sizes) {
    var reader = new TranscriptReader(parser::accept, told::problem, TranscriptLimits.AMPLE);
    int from = 0;
    for (int size : sizes) {
      int to = Math.min(bytes.length, from + size);
      reader.feed(bytes, from, to);
      from = to;
    }
    reader.feed(bytes, from, bytes.length);
    reader.finish();
    parser.finish();
  }

  private static String text(String file) {
    return Bytes.wrap(bytes(file)).toUtf8();
  }

  private static byte[] utf8(String text) {
    return Bytes.utf8(text).toArray();
  }

  static byte[] bytes(String file) {
    try (var in = TranscriptParserContract.class.getResourceAsStream("/transcripts/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
