package dev.mantra.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

final class TracedTerminalTest {

  @Test
  void eachCharacterIsTracedToTheByteThatDrewIt() {
    var stream = "\u001b[31mab\u001b[3;4Hc\u001b[2Ad\r\ne\u00e9\u4e16f";
    var bytes = stream.getBytes(StandardCharsets.UTF_8);
    var terminal = traced(bytes, 10, 4);
    for (int y = 0; y < 4; y++) {
      var line = terminal.line(y);
      for (int x = 0; x < line.length(); x++) {
        long offset = line.offsetAt(x);
        if (offset >= 0 && !line.isTailAt(x)) {
          int codePoint =
              new String(bytes, (int) offset, bytes.length - (int) offset, StandardCharsets.UTF_8)
                  .codePointAt(0);
          assertEquals(line.codePointAt(x), codePoint);
        }
      }
    }
  }

  @Test
  void offsetsGoWhereCellsGo() {
    var terminal = traced("one\r\ntwo\r\nthree\r\nfour".getBytes(StandardCharsets.UTF_8), 10, 3);
    assertEquals(5, terminal.line(0).offsetAt(0));
    assertEquals(10, terminal.line(1).offsetAt(0));
    terminal.resize(3, 3);
    assertEquals('r', terminal.line(2).codePointAt(0));
  }

  @Test
  void linesThatScrollOffAreTraced() {
    var terminal = new TracedTerminal(10, 2, TerminalOptions.STANDARD, new Deaf());
    List<Long> offsets = new ArrayList<>();
    terminal.setLineSink(line -> offsets.add(line.offsetAt(0)));
    feed(terminal, "a\r\nbb\r\nc\r\nd".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(0L, 3L), offsets);
  }

  @Property
  @Domain(Streams.class)
  @Domain(DomainContext.Global.class)
  void showsWhatOtherTerminalsShow(
      @ForAll Streams.Size size, @ForAll byte[] stream, @ForAll byte[] more) {
    var plain = new Terminal(size.columns(), size.rows());
    plain.feed(stream);
    plain.feed(more);
    var terminal = traced(stream, size.columns(), size.rows());
    feed(terminal, more);
    for (int y = 0; y < plain.rows(); y++) {
      var line = terminal.line(y);
      var seen = plain.line(y);
      for (int x = 0; x < plain.columns(); x++) {
        if (!line.isTailAt(x)) {
          assertEquals(seen.codePointAt(x), line.codePointAt(x), "row " + y + " column " + x);
        }
      }
    }
  }

  private static TracedTerminal traced(byte[] stream, int columns, int rows) {
    var terminal = new TracedTerminal(columns, rows, TerminalOptions.STANDARD, new Deaf());
    feed(terminal, stream);
    return terminal;
  }

  private static void feed(TracedTerminal terminal, byte[] stream) {
    terminal.feed(stream, 0, stream.length);
  }

  private static final class Deaf implements StreamListener {
    @Override
    public void printed(byte[] bytes, int from, int to, long offset) {}

    @Override
    public void printed(int codePoint, long offset) {}

    @Override
    public void controlled(int control) {}

    @Override
    public void skipped(int columns) {}

    @Override
    public void moved() {}

    @Override
    public void edited() {}

    @Override
    public void wiping() {}
  }
}
