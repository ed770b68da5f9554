package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import dev.mantra.cli.TerminalProbe.Stream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void alignsColumnsByTheWidthTheyTakeOnATerminal() {
    assertEquals(
        "日本  x  1\na     y  22\n", shown(80, List.of("日本", "x", "1"), List.of("a", "y", "22")));
  }

  @Test
  void cutsAtTheWidthOfTheTerminal() {
    assertEquals(
        "a long beginning an…\n", shown(20, List.of("a long beginning and more", "b", "c")));
  }

  @Test
  void neverCutsAWideCharacterInHalf() {
    assertEquals("日…", DisplayWidth.cut("日本語", 4));
    assertEquals("日本…", DisplayWidth.cut("日本語", 5));
    assertEquals("日本語", DisplayWidth.cut("日本語", 6));
  }

  @Property
  void noLineIsWiderThanTheTerminal(
      @ForAll List<String> texts, @ForAll @IntRange(min = 20, max = 120) int width) {
    var cells = texts.stream().limit(5).toList();
    for (var line : shown(width, cells).split("\n", -1)) {
      assertTrue(DisplayWidth.of(line) <= width, line);
    }
  }

  @SafeVarargs
  private static String shown(int width, List<String>... rows) {
    var out = new ByteArrayOutputStream();
    var console =
        new TestProgram(Path.of("/"))
            .onTerminal(width, Stream.OUT)
            .console(out, OutputStream.nullOutputStream());
    var table = new Table(List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT));
    console.choose(ColorChoice.NEVER);
    for (var row : rows) {
      table.row(row.stream().map(Cell::of).toList());
    }
    table.printTo(console);
    console.finish();
    return out.toString(StandardCharsets.UTF_8);
  }
}
