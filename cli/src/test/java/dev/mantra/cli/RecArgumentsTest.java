package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.cli.RecOptions.Switch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/** The hand parser may decline, but must never understand anything otherwise than picocli does. */
final class RecArgumentsTest {

  private static final List<String> FLAGS =
      List.of(
          "-I",
          "--capture-input",
          "--no-input",
          "--force",
          "--overwrite",
          "--no-workspace",
          "--no-agents",
          "--headless",
          "--strict",
          "--no-strict",
          "-q",
          "--quiet",
          "-v",
          "--verbose");
  private static final List<String> VALUED =
      List.of("-c", "--command", "-t", "--title", "-o", "--output", "--workspace");
  private static final List<String> ODD =
      List.of(
          "--",
          "-",
          "",
          "--help",
          "-h",
          "-V",
          "--color",
          "--color=never",
          "--strict=true",
          "--strict=false",
          "--titel",
          "--tit=x",
          "--no-",
          "-Iq",
          "-qI",
          "-qvt",
          "-tqv",
          "-t=x",
          "-ct",
          "-o=",
          "--output=",
          "--title=",
          "--title=--",
          "--title=-x",
          "--window-size",
          "80x24",
          "0x0",
          "80x",
          "--window-size=80x24",
          "-i",
          "-i2",
          "-i0",
          "-i=3",
          "2.5",
          "-1",
          "--idle-time-limit=0.5",
          "--idle-time-limit",
          "@file",
          "@@x",
          "'quoted'",
          "\"q\"",
          "a b",
          "rec",
          "help",
          "-x",
          "--unknown",
          "---",
          "-c--",
          "--=",
          "=",
          "é",
          "\u202e",
          "${x}",
          "%n");

  @Property(tries = 3000)
  void agreesWithPicocliWhereverItUnderstands(@ForAll("arguments") List<String> arguments) {
    var byHand = RecArguments.parse(arguments);
    byHand.ifPresent(
        options -> assertEquals(Optional.of(options), byPicocli(arguments), arguments::toString));
  }

  @Property(tries = 500)
  void understandsEveryPlainCommandLine(@ForAll("plain") List<String> arguments) {
    assertTrue(RecArguments.parse(arguments).isPresent(), arguments::toString);
    assertEquals(RecArguments.parse(arguments), byPicocli(arguments));
  }

  @Test
  void nothingBehindTheDashesIsTouched() {
    var command = List.of("claude", "--help", "--", "-c", "", "--title=x");
    var arguments = Stream.concat(Stream.of("-q", "--"), command.stream()).toList();
    assertEquals(command, byHand(arguments).command());
    assertEquals(command, byPicocli(arguments).orElseThrow().command());
  }

  @Test
  void theFirstPlainWordStartsTheCommandAndItsOptionsAreItsOwn() {
    var arguments = List.of("-t", "x", "claude", "--resume", "-q", "--strict");
    assertEquals(List.of("claude", "--resume", "-q", "--strict"), byHand(arguments).command());
    assertEquals(Switch.UNSET, byHand(arguments).strict());
    assertEquals(Optional.of(byHand(arguments)), byPicocli(arguments));
  }

  @Test
  void picocliKeepsTheDashesOfACommandThatBeganWithoutThem() {
    var arguments = List.of("npm", "run", "--", "-x");
    assertEquals(arguments, byPicocli(arguments).orElseThrow().command());
  }

  @Test
  void noArgumentsMeanTheShell() {
    assertEquals(List.of(), byHand(List.of()).command());
  }

  @Test
  void readsEveryOption() {
    var options =
        byHand(
            List.of(
                "-qvIt",
                "Title",
                "--force",
                "-oout.cast",
                "--workspace=dir",
                "-i",
                "2.5",
                "--window-size",
                "100x30",
                "--headless",
                "--strict",
                "--",
                "true"));
    assertEquals(Optional.of("Title"), options.title());
    assertEquals(Optional.of(Path.of("out.cast")), options.cast());
    assertEquals(Optional.of(Path.of("dir")), options.workspaceFolder());
    assertEquals(2500, options.idleTimeLimit().orElseThrow().toMillis());
    assertEquals("100x30", options.windowSize().orElseThrow().toString());
    for (var on :
        List.of(
            options.input(),
            options.overwrite(),
            options.workspace(),
            options.headless(),
            options.strict(),
            options.quiet(),
            options.verbose())) {
      assertEquals(Switch.ON, on);
    }
  }

  @Test
  void theLastOfTwoThatContradictWins() {
    assertEquals(Switch.OFF, byHand(List.of("-I", "--no-input", "x")).input());
    assertEquals(Switch.ON, byHand(List.of("--no-input", "-I", "x")).input());
  }

  @Test
  void declinesWhatPicocliHasToAnswer() {
    for (var arguments :
        List.of(
            List.of("--help"),
            List.of("--nope"),
            List.of("-t"),
            List.of("-c", "x", "--", "y"),
            List.of("-i", "soon", "--", "x"))) {
      assertEquals(Optional.empty(), RecArguments.parse(arguments), arguments::toString);
    }
  }

  @Provide
  Arbitrary<List<String>> arguments() {
    var word = Arbitraries.strings().withChars("abcq-=t I/é\"'").ofMaxLength(6);
    return Arbitraries.oneOf(
            List.of(
                Arbitraries.of(FLAGS),
                Arbitraries.of(VALUED),
                Arbitraries.of(ODD),
                word,
                word.map(text -> "-" + text),
                word.map(text -> "--title=" + text)))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> plain() {
    var flag = Arbitraries.of(FLAGS).map(List::of);
    var value = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    var apart =
        Combinators.combine(Arbitraries.of("-t", "--title", "-o", "--workspace"), value)
            .as((name, text) -> List.of(name, text));
    var joined =
        Combinators.combine(Arbitraries.of("--title=", "--output=", "-t"), value)
            .as((name, text) -> List.of(name + text));
    var options = Arbitraries.oneOf(List.of(flag, apart, joined)).list().ofMaxSize(6);
    var command = Arbitraries.strings().ascii().ofMaxLength(5).list().ofMaxSize(4);
    return Combinators.combine(options, command)
        .as(
            (parts, words) ->
                Stream.concat(
                        parts.stream().flatMap(List::stream),
                        Stream.concat(Stream.of("--"), words.stream()))
                    .toList());
  }

  private static RecOptions byHand(List<String> arguments) {
    return RecArguments.parse(arguments).orElseThrow();
  }

  /** What the reference makes of it; empty when it refuses or shows its help. */
  private static Optional<RecOptions> byPicocli(List<String> arguments) {
    var program = new TestProgram(Path.of("/"));
    var mantra = CommandTree.forArguments(program.call(), List.of("rec"));
    var all = Stream.concat(Stream.of("rec"), arguments.stream()).toArray(String[]::new);
    try {
      var parsed = mantra.parseArgs(all);
      var rec = parsed.asCommandLineList().getLast();
      RecCommand command = rec.getCommand();
      return rec.isUsageHelpRequested() ? Optional.empty() : Optional.of(command.options());
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }
}
