package dev.mantra.replayer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AnsiRendererTest {

  private static final int COLUMNS = 12;
  private static final int ROWS = 4;

  @Property
  void aTerminalThatIsGivenTheOutputShowsTheSameScreen(@ForAll("drawings") String drawing)
      throws IOException {
    var first = new Terminal(COLUMNS, ROWS);
    first.feed(drawing.getBytes(StandardCharsets.UTF_8));
    var again = new Terminal(COLUMNS, ROWS);
    var rows = ansi(first).lines().toList();
    again.feed(String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8));
    for (int y = 0; y < ROWS; y++) {
      assertEquals(Run.of(first.line(y)), Run.of(again.line(y)), drawing);
    }
  }

  @Provide
  Arbitrary<String> drawings() {
    var pieces =
        Arbitraries.of(
            List.of(
                "a",
                "Zz ",
                "  ",
                "漢",
                "é",
                "🚀",
                "\r\n",
                "\u001b[K",
                "\u001b[2;3H",
                "\u001b[1m",
                "\u001b[2;3m",
                "\u001b[4m",
                "\u001b[4:3m",
                "\u001b[4:5;58:5:9m",
                "\u001b[4:2;58:2::1:2:3m",
                "\u001b[5;7m",
                "\u001b[8m",
                "\u001b[9;53m",
                "\u001b[33m",
                "\u001b[94m",
                "\u001b[38;5;200m",
                "\u001b[38;2;9;8;7m",
                "\u001b[42m",
                "\u001b[107m",
                "\u001b[48;5;99m",
                "\u001b[48;2;1;2;3m",
                "\u001b[0m"));
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Test
  void aRowThatHasColoursEndsWithAReset() throws IOException {
    var screen = new Terminal(9, 2);
    screen.feed("\u001b[41mred\r\nred".getBytes(StandardCharsets.UTF_8));
    for (var row : ansi(screen).lines().toList()) {
      assertTrue(row.endsWith("\u001b[0m"), row);
    }
  }

  @Test
  void coloursThatTheProgramChangedAreWrittenAsWhatTheyBecame() throws IOException {
    var screen = new Terminal(9, 1);
    screen.feed("\u001b]4;1;#102030\u0007\u001b[31mred".getBytes(StandardCharsets.UTF_8));
    assertEquals("\u001b[38;2;16;32;48mred\u001b[0m\n", ansi(screen));
  }

  @Test
  void linksAreLeftOut() throws IOException {
    var screen = new Terminal(9, 1);
    screen.feed("\u001b]8;;https://example.org\u0007link".getBytes(StandardCharsets.UTF_8));
    assertEquals("link\n", ansi(screen));
  }

  private static String ansi(Terminal screen) throws IOException {
    var out = new ByteArrayOutputStream();
    new AnsiRenderer().render(screen, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
