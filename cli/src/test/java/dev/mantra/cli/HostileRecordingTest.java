package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.replayer.render.ScreenFormat;
import dev.mantra.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was recorded, wherever it stands, reaches the terminal as anything but text. */
final class HostileRecordingTest {

  /** Longer ones would not fit into a line of a list. */
  private static final int SHORT = 300;

  @TempDir Path home;

  @Test
  void thereAreEnoughSequences() {
    assertTrue(HostileSequences.all().size() >= 200, HostileSequences.all().size() + "");
  }

  @Test
  void everySequenceLeavesEveryFormatOfTheScreenHarmless() throws Exception {
    for (var sequence : HostileSequences.all()) {
      var terminal = new Terminal(60, 4);
      terminal.feed(("before" + sequence).getBytes(StandardCharsets.UTF_8));
      terminal.feed("after\u001b\\behind".getBytes(StandardCharsets.UTF_8));
      for (var format : ScreenFormat.values()) {
        try {
          Harmless.check(format, render(format, terminal));
        } catch (AssertionError | Exception e) {
          throw new AssertionError(format + " of " + SafeText.of(sequence), e);
        }
      }
    }
  }

  @Property
  void noBytesAtAllMakeAScreenHarmful(@ForAll byte[] bytes) throws Exception {
    var terminal = new Terminal(20, 3);
    terminal.feed(bytes);
    for (var format : ScreenFormat.values()) {
      Harmless.check(format, render(format, terminal));
    }
  }

  @Property
  void noTextAtAllMakesAScreenHarmful(@ForAll String text, @ForAll String title) throws Exception {
    var terminal = new Terminal(20, 3);
    terminal.feed((text + "\u001b]2;" + title + "\u001b\\").getBytes(StandardCharsets.UTF_8));
    for (var format : ScreenFormat.values()) {
      Harmless.check(format, render(format, terminal));
    }
  }

  @Test
  void noCommandLetsAHostileRecordingThrough() throws Exception {
    var mantra = new TestProgram(home);
    addHostileSession(mantra);
    mantra.onTerminal(100, Stream.OUT, Stream.ERR, Stream.IN);
    for (var format : ScreenFormat.values()) {
      for (var at : List.of("0:00.100", "50%", "end")) {
        var shown = mantra.run("screen", "last", "-f", format.label(), "--at", at);
        assertEquals(0, shown.status(), shown.err());
        Harmless.check(format, shown.out());
        Harmless.text(shown.err());
      }
    }
    Harmless.coloured(succeeds(mantra, "screen", "last"));
    Harmless.coloured(succeeds(mantra, "ls"));
    Harmless.json(succeeds(mantra, "ls", "--json"));
    Harmless.coloured(succeeds(mantra, "info", "last"));
    Harmless.json(succeeds(mantra, "info", "last", "--json"));
    Harmless.coloured(succeeds(mantra, "text", "last"));
    Harmless.coloured(succeeds(mantra, "text", "last", "--times"));
    for (var line : succeeds(mantra, "text", "last", "--json").lines().toList()) {
      Harmless.json(line);
    }
    var refused =
        mantra.run("screen", "last", "--at", "marker:" + HostileSequences.all().getFirst());
    assertEquals(0, refused.status(), refused.err());
    var nowhere = mantra.run("screen", "last", "--at", "marker:nowhere");
    assertEquals(1, nowhere.status());
    Harmless.coloured(nowhere.err());
  }

  @Test
  void theTextOfAHostileRecordingIsStillThere() throws IOException {
    var mantra = new TestProgram(home);
    addHostileSession(mantra);
    var lines = mantra.run("text", "last").out();
    assertTrue(lines.contains("<script>alert(1)</script>"), "a line of plain text is missing");
    assertFalse(lines.contains("ZXZpbA==;"), "what was never displayed is there");
  }

  private static String succeeds(TestProgram mantra, String... arguments) {
    var result = mantra.run(arguments);
    assertEquals(0, result.status(), result.err());
    Harmless.text(result.err());
    assertFalse(result.out().isEmpty());
    return result.out();
  }

  /** Every sequence in the output, in titles, markers, notes, words of the command and folders. */
  private static void addHostileSession(TestProgram mantra) throws IOException {
    var sequences = HostileSequences.all();
    var some = sequences.stream().filter(each -> each.length() < SHORT).toList();
    var events = new ArrayList<Event>();
    long at = 0;
    for (var sequence : sequences) {
      at += 300_000_000;
      events.add(new Event.Output(at, Bytes.utf8("line" + sequence + "\u001b\\\r\n")));
      if (sequence.length() < SHORT) {
        events.add(new Event.Marker(at, sequence));
        events.add(new Event.Gap(at, at, 1, sequence));
      }
    }
    events.add(new Event.Output(++at, Bytes.wrap(HostileSequences.bytes())));
    events.add(TestSessions.end(at + 1_000_000_000, 0));
    new TestSessions(mantra.sessions())
        .add(
            "20261121T090000Z-evil-bbbbbb",
            header ->
                header
                    .command(some.stream().map(Bytes::utf8).toList())
                    .folder(Bytes.utf8("/tmp/" + String.join("/", some)))
                    .title(Optional.of(String.join("", some))),
            events);
    for (var sequence : some.subList(0, 20)) {
      mantra.run("note", "last", sequence);
    }
  }

  private static String render(ScreenFormat format, Terminal terminal) throws IOException {
    var out = new ByteArrayOutputStream();
    format.renderer().render(terminal, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
