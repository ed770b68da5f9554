package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mantra browse finds and shows; that it is seen at a terminal, another test tells. */
final class BrowseTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String BASH = "20261119T090000Z-bash-bbbbbb";
  private static final String CLAUDE = "20261120T090000Z-claude-cccccc";

  @TempDir Path home;
  private Call call = new TestProgram(Path.of("/")).call();
  private final BrowseList list = new BrowseList();

  @BeforeEach
  void fill() throws IOException {
    var mantra = new TestProgram(home).with("NO_COLOR", "1").onTerminal(80, Stream.OUT);
    var sessions = new TestSessions(mantra.sessions());
    sessions.add(
        BASH,
        header -> header.command(List.of(Bytes.utf8("bash"))),
        List.of(output(1, "token bucket\r\n"), TestSessions.end(5 * SECOND, 0)));
    sessions.add(
        CLAUDE,
        header -> header,
        List.of(
            TestSessions.prompt(SECOND, "p1", "why is the token\u001b[31m expired"),
            output(3, "first\r\n\u001b[32mthe token expired\u001b[0m\r\n"),
            output(4, "\u001b[2Jafterwards"),
            TestSessions.end(5 * SECOND, 0)));
    call = mantra.call();
  }

  private static Event output(long second, String text) {
    return new Event.Output(second * SECOND, Bytes.utf8(text));
  }

  private BrowseFinder.Found find(String query) throws IOException {
    try (var index = new OpenIndex(call)) {
      index.update();
      var found = new BrowseFinder(call, coverage(), index).find(new QueryLine(query));
      found.rows().ifPresent(list::show);
      return found;
    }
  }

  private Coverage coverage() {
    return Coverage.ofSecrets(call);
  }

  private BrowsePreview preview() throws IOException {
    return BrowsePreview.of(list.chosen().orElseThrow(), coverage(), call.console());
  }

  private static String text(List<AttributedString> lines) {
    return lines.stream().map(line -> line.toString() + "\n").collect(Collectors.joining());
  }

  private String rows() {
    return text(list.window(20).stream().map(BrowseRow::text).toList());
  }

  @Test
  void withoutAQueryAllSessionsAreListedTheNewestFirst() throws IOException {
    assertEquals("2 sessions", find("").remark());
    assertEquals(
        """
        2026-11-20 09:00:00  0:05  claude  shop  /usr/bin/claude --resume 'it'\\''s me'
        2026-11-19 09:00:00  0:05  bash  shop  bash
        """,
        rows());
    assertEquals("start", list.chosen().orElseThrow().position());
  }

  @Test
  void whileAWordIsTypedItsBeginningIsLookedFor() throws IOException {
    find("tok");
    assertTrue(rows().contains("why is the token\\e[31m expired"), rows());
    assertTrue(rows().contains("token bucket"), rows());
    var chosen = list.chosen().orElseThrow();
    assertEquals(CLAUDE, chosen.session().id().value());
    assertEquals("1", chosen.position());
    list.move(1);
    assertEquals("0:03", list.chosen().orElseThrow().position());
    list.move(1);
    assertEquals(BASH, list.chosen().orElseThrow().session().id().value());
    list.move(10);
    assertEquals(BASH, list.chosen().orElseThrow().session().id().value());
    list.moveToFirst();
    assertEquals(CLAUDE, list.chosen().orElseThrow().session().id().value());
  }

  @Test
  void aQuestionIsAnsweredWhenItIsComplete() throws IOException {
    find("what did I work on last thursday");
    assertEquals(BASH, list.chosen().orElseThrow().session().id().value());
  }

  @Test
  void aQueryThatIsNotCompleteLeavesWhatWasThere() throws IOException {
    find("token");
    var before = rows();
    var found = find("token OR");
    assertTrue(found.rows().isEmpty());
    assertTrue(found.remark().contains("OR"), found.remark());
    assertEquals(before, rows());
    assertEquals("0 sessions", find("zebra").remark());
    assertTrue(list.chosen().isEmpty());
  }

  @Test
  void aPlaceIsSeenWithWhatWasSaidAndTheScreenThen() throws IOException {
    find("expired");
    list.move(1);
    var preview = preview();
    var shown = text(preview.lines(5));
    assertTrue(shown.startsWith("1  user  why is the token"), shown);
    assertTrue(shown.contains("first\nthe token expired\n"), shown);
    assertFalse(shown.contains("afterwards"), shown);
    assertFalse(shown.contains("\u001b"), shown);
    assertEquals(2, preview.lines(2).size());
  }

  @Test
  void theWindowIsFilledAndNeverLeft() throws IOException {
    find("token");
    for (int rows = 1; rows < 40; rows++) {
      for (int columns : new int[] {1, 7, 80, 200}) {
        var screen = new BrowseScreen(columns, rows);
        var below = preview();
        var lines =
            screen.lines(
                new QueryLine("token 日本語"), "2", list, below.lines(screen.previewHeight()));
        assertTrue(lines.size() <= Math.max(3, rows), rows + " rows: " + lines.size());
        lines.forEach(line -> assertTrue(line.columnLength() <= columns, line.toString()));
        assertTrue(screen.cursor(new QueryLine("token 日本語")) < columns);
      }
    }
  }

  @Test
  void theListFollowsWhatIsChosen() throws IOException {
    var target = anyTarget();
    var rows = new ArrayList<BrowseRow>();
    for (int i = 0; i < 30; i++) {
      rows.add(
          i % 3 == 0 ? BrowseRow.heading("heading " + i) : BrowseRow.choice("row " + i, target));
    }
    list.show(rows);
    for (int i = 0; i < 25; i++) {
      assertTrue(list.window(5).stream().anyMatch(list::isChosen), "down " + i);
      list.move(1);
    }
    assertEquals("row 29", list.window(5).getLast().text().toString());
    for (int i = 0; i < 25; i++) {
      list.move(-1);
      assertTrue(list.window(5).stream().anyMatch(list::isChosen), "up " + i);
    }
    assertEquals("heading 0", list.window(5).getFirst().text().toString());
  }

  private BrowseTarget anyTarget() throws IOException {
    find("");
    return list.chosen().orElseThrow();
  }

  @Test
  void theQueryIsEditedAsALine() {
    var query = new QueryLine("token ");
    query.type("é😀");
    query.erase();
    assertEquals("token é", query.text());
    assertEquals("token é", query.unfinished());
    query.type("x");
    assertEquals("token éx*", query.unfinished());
    query.eraseWord();
    assertEquals("token ", query.text());
    query.eraseWord();
    assertEquals("", query.text());
    query.erase();
    query.eraseWord();
    query.type("\"not a phrase");
    assertEquals("\"not a phrase", query.unfinished());
    query.eraseAll();
    assertTrue(query.isEmpty());
  }

  @Test
  void withoutATerminalThereIsNothingToBrowseAt() {
    var result = new TestProgram(home).run("browse");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("there is no terminal"), result.err());
  }
}
