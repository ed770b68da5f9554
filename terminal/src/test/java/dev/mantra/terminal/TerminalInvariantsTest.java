package dev.mantra.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds of a terminal whatever it is fed with. */
@Domain(Streams.class)
@Domain(DomainContext.Global.class)
class TerminalInvariantsTest {
  @Property
  void cuttingAStreamDoesNotMatter(
      @ForAll Streams.Size size,
      @ForAll byte[] stream,
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 400) Integer> cuts) {
    Terminal whole = size.terminal();
    whole.feed(stream);
    Terminal cut = size.terminal();
    feedCut(cut, stream, cuts);
    Terminal bytes = size.terminal();
    for (int i = 0; i < stream.length; i++) {
      bytes.feed(stream, i, i + 1);
    }
    assertArrayEquals(Keyframe.write(whole), Keyframe.write(cut));
    assertArrayEquals(Keyframe.write(whole), Keyframe.write(bytes));
  }

  @Property
  void screensStaySound(
      @ForAll Streams.Size size,
      @ForAll byte[] stream,
      @ForAll Streams.Size other,
      @ForAll byte[] more) {
    Terminal terminal = size.terminal();
    terminal.feed(stream);
    assertEquals(Optional.empty(), terminal.screen().verify());
    terminal.resize(other.columns(), other.rows());
    assertEquals(Optional.empty(), terminal.screen().verify());
    terminal.feed(more);
    assertEquals(Optional.empty(), terminal.screen().verify());
    terminal.resize(size.columns(), size.rows());
    assertEquals(Optional.empty(), terminal.screen().verify());
  }

  @Property
  void aKeyframeIsTheTerminal(
      @ForAll Streams.Size size,
      @ForAll byte[] before,
      @ForAll byte[] after,
      @ForAll Streams.Size other) {
    Terminal played = size.terminal();
    played.feed(before);
    byte[] keyframe = Keyframe.write(played);
    Terminal restored = Keyframe.restore(keyframe).orElseThrow();
    assertArrayEquals(keyframe, Keyframe.write(restored));
    assertEquals(played.text(), restored.text());
    for (Terminal terminal : List.of(played, restored)) {
      terminal.feed(after);
      terminal.resize(other.columns(), other.rows());
      terminal.feed(before);
    }
    assertArrayEquals(Keyframe.write(played), Keyframe.write(restored));
  }

  @Property
  void runsPrintWhatSingleCodePointsPrint(@ForAll Streams.Size size, @ForAll byte[] stream) {
    Terminal runs = size.terminal();
    runs.feed(stream);
    var state = new State(size.columns(), size.rows(), TerminalOptions.STANDARD.withScrollback(7));
    var single = new Terminal(state, new OneByOne(new Interpreter(state)));
    single.feed(stream);
    assertArrayEquals(Keyframe.write(runs), Keyframe.write(single));
  }

  @Property
  void theCodePointPolicyHoldsTheSame(
      @ForAll Streams.Size size,
      @ForAll byte[] stream,
      @ForAll @IntRange(min = 0, max = 300) int cut) {
    var options = new TerminalOptions(5, WidthPolicy.CODE_POINTS);
    var whole = new Terminal(size.columns(), size.rows(), options);
    whole.feed(stream);
    var parts = new Terminal(size.columns(), size.rows(), options);
    feedCut(parts, stream, List.of(cut));
    assertEquals(Optional.empty(), whole.screen().verify());
    assertArrayEquals(Keyframe.write(whole), Keyframe.write(parts));
  }

  @Property
  void resizingThereAndBackKeepsTheText(
      @ForAll @Size(max = 8)
          List<
                  @net.jqwik.api.constraints.StringLength(max = 40)
                  @net.jqwik.api.constraints.CharRange(from = 'a', to = 'f') String>
              lines,
      @ForAll @IntRange(min = 2, max = 30) int columns) {
    var terminal = new Terminal(12, 5, TerminalOptions.STANDARD);
    terminal.feed(String.join("\r\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    List<String> before = logicalLines(terminal);
    terminal.resize(columns, 5);
    assertEquals(before, logicalLines(terminal));
    terminal.resize(12, 5);
    assertEquals(before, logicalLines(terminal));
  }

  @Property
  void risMakesANewTerminal(@ForAll Streams.Size size, @ForAll byte[] stream) {
    Terminal terminal = size.terminal();
    terminal.feed(stream);
    terminal.feed(new byte[] {0x18, 0x1B, 'c'});
    Terminal fresh = size.terminal();
    assertEquals(fresh.text(), terminal.text());
    assertEquals(fresh.screen().modes.bits(), terminal.screen().modes.bits());
    assertEquals(fresh.screen().charsets.save(), terminal.screen().charsets.save());
    assertEquals(0, terminal.scrollbackSize());
    assertEquals("", terminal.title());
    for (Terminal each : List.of(fresh, terminal)) {
      each.feed("\033[2;3Hx\033[K\ty\033[7mz".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    assertEquals(fresh.text(), terminal.text());
    assertEquals(fresh.line(0).styleAt(0), terminal.line(0).styleAt(0));
  }

  private static void feedCut(Terminal terminal, byte[] stream, List<Integer> cuts) {
    int from = 0;
    for (int cut : cuts.stream().sorted().toList()) {
      int to = Math.min(stream.length, Math.max(from, cut));
      terminal.feed(stream, from, to);
      from = to;
    }
    terminal.feed(stream, from, stream.length);
  }

  /** Scrollback and screen, with soft-wrapped rows joined, without blank lines at the end. */
  private static List<String> logicalLines(Terminal terminal) {
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < terminal.scrollbackSize(); i++) {
      rows.add(terminal.scrollbackLine(i));
    }
    for (int y = 0; y < terminal.rows(); y++) {
      rows.add(terminal.line(y));
    }
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (Line row : rows) {
      line.append(row.text());
      if (!row.wrapped()) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  /** Takes no runs, so that the parser decodes and prints one code point at a time. */
  private record OneByOne(ControlFunctions functions) implements ControlFunctions {
    @Override
    public int print(byte[] bytes, int from, int to) {
      return from;
    }

    @Override
    public void print(int codePoint) {
      functions.print(codePoint);
    }

    @Override
    public void execute(int control) {
      functions.execute(control);
    }

    @Override
    public void escape(int intermediates, int last) {
      functions.escape(intermediates, last);
    }

    @Override
    public void controlSequence(Parameters parameters, int marker, int intermediates, int last) {
      functions.controlSequence(parameters, marker, intermediates, last);
    }

    @Override
    public void controlString(int introducer, byte[] text, int length) {
      functions.controlString(introducer, text, length);
    }
  }
}
