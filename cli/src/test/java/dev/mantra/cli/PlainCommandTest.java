package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The plain way may decline, but must never understand anything otherwise than picocli does. */
final class PlainCommandTest {

  private static final List<String> COMMANDS = List.of("ls", "grep", "search", "version");
  private static final List<String> FLAGS =
      List.of(
          "-i",
          "--ignore-case",
          "-v",
          "--invert-match",
          "-l",
          "--sessions",
          "-c",
          "--count",
          "--json",
          "--force",
          "--reveal",
          "--open");
  private static final List<String> VALUED =
      List.of(
          "-C", "--context", "--agent", "--project", "--since", "--until", "--tag", "-n", "--hits");
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
          "--verbose",
          "--in",
          "--in=lines",
          "--facets",
          "--facets=agent",
          "-C3",
          "-C=3",
          "-C=",
          "-il",
          "-ilc",
          "-iC2",
          "-n5",
          "-n=5",
          "-n0x10",
          "007",
          "-1",
          "0",
          "10",
          "12345678901",
          "1e3",
          " 1",
          "+1",
          "--context=2",
          "--context=",
          "--agent=claude",
          "--agent=",
          "--agent=-x",
          "--agent==x",
          "--igno",
          "--sess",
          "--json=true",
          "--json=false",
          "--no-json",
          "@file",
          "@@x",
          "'quoted'",
          "\"q\"",
          "a b",
          "ls",
          "grep",
          "help",
          "-x",
          "--unknown",
          "---",
          "=",
          "é",
          "${x}",
          "%n",
          "a,b",
          "a|b",
          "lines,files");

  @Property(tries = 4000)
  void agreesWithPicocliWhereverItUnderstands(
      @ForAll("commands") String name, @ForAll("arguments") List<String> arguments) {
    var plain = plain(name, arguments);
    plain.ifPresent(
        fields ->
            assertEquals(
                Optional.of(fields), byPicocli(name, arguments), () -> name + " " + arguments));
  }

  @Property(tries = 500)
  void understandsTheUsualSpellings(@ForAll("usual") List<String> arguments) {
    var name = arguments.getFirst();
    var behind = arguments.subList(1, arguments.size());
    assertTrue(plain(name, behind).isPresent(), arguments::toString);
    assertEquals(plain(name, behind), byPicocli(name, behind));
  }

  @Test
  void declinesWhatPicocliHasToAnswer() {
    for (var arguments :
        List.of(
            List.of("ls", "--help"),
            List.of("ls", "-n", "many"),
            List.of("grep"),
            List.of("grep", "-C", "-1", "x"),
            List.of("grep", "--in", "lines", "x"),
            List.of("search"),
            List.of("search", "--facets", "agent", "x"),
            List.of("version", "x"))) {
      assertEquals(
          Optional.empty(),
          plain(arguments.getFirst(), arguments.subList(1, arguments.size())),
          arguments::toString);
    }
  }

  @Provide
  Arbitrary<String> commands() {
    return Arbitraries.of(COMMANDS);
  }

  @Provide
  Arbitrary<List<String>> arguments() {
    var word = Arbitraries.strings().withChars("abcilvnC-=,3 /é\"'").ofMaxLength(6);
    return Arbitraries.oneOf(
            List.of(
                Arbitraries.of(FLAGS),
                Arbitraries.of(VALUED),
                Arbitraries.of(ODD),
                Arbitraries.of("0", "3", "25", "x", "last"),
                word,
                word.map(text -> "-" + text)))
        .list()
        .ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<String>> usual() {
    var number = Arbitraries.integers().between(0, 999).map(String::valueOf);
    var word = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    var filter =
        Combinators.combine(
                Arbitraries.of("--agent", "--project", "--since", "--until", "--tag"), word)
            .as((option, value) -> List.of(option, value));
    var ls =
        command(
            "ls",
            List.of(
                filter,
                number.map(n -> List.of("-n", n)),
                Arbitraries.of("--json", "--force", "--reveal").map(List::of)),
            word.list().ofSize(0));
    var grep =
        command(
            "grep",
            List.of(
                filter,
                number.map(n -> List.of("-C" + n)),
                number.map(n -> List.of("--context=" + n)),
                Arbitraries.of("-i", "-v", "-l", "-c", "-il", "--json").map(List::of)),
            word.list().ofMinSize(1).ofMaxSize(3));
    var search =
        command(
            "search",
            List.of(
                number.map(n -> List.of("--hits", n)),
                number.map(n -> List.of("-n", n)),
                Arbitraries.of("--open", "--json").map(List::of)),
            word.list().ofMinSize(1).ofMaxSize(4));
    return Arbitraries.oneOf(List.of(ls, grep, search));
  }

  private static Arbitrary<List<String>> command(
      String name, List<Arbitrary<List<String>>> options, Arbitrary<List<String>> words) {
    return Combinators.combine(Arbitraries.oneOf(options).list().ofMaxSize(4), words)
        .as(
            (given, behind) ->
                Stream.concat(
                        Stream.concat(Stream.of(name), given.stream().flatMap(List::stream)),
                        behind.stream())
                    .toList());
  }

  private static Optional<Map<String, String>> plain(String name, List<String> arguments) {
    var all = new ArrayList<>(List.of(name));
    all.addAll(arguments);
    return PlainCommand.of(new TestProgram(Path.of("/")).call(), all).map(PlainCommandTest::fields);
  }

  /** What the reference makes of it; empty when it refuses or shows its help. */
  private static Optional<Map<String, String>> byPicocli(String name, List<String> arguments) {
    var mantra = CommandTree.forArguments(new TestProgram(Path.of("/")).call(), List.of(name));
    var all = Stream.concat(Stream.of(name), arguments.stream()).toArray(String[]::new);
    try {
      var called = mantra.parseArgs(all).asCommandLineList().getLast();
      return called.isUsageHelpRequested()
          ? Optional.empty()
          : Optional.of(fields(called.getCommand()));
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }

  /** All that the arguments of a command have set. */
  private static Map<String, String> fields(Object command) {
    var values = new TreeMap<String, String>();
    try {
      for (var field : command.getClass().getDeclaredFields()) {
        if (field.isAnnotationPresent(Mixin.class)) {
          values.put(field.getName(), fields(value(field, command)).toString());
        } else if (field.isAnnotationPresent(Option.class)
            || field.isAnnotationPresent(Parameters.class)) {
          values.put(field.getName(), value(field, command).toString());
        }
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
    return values;
  }

  private static Object value(Field field, Object of) throws IllegalAccessException {
    field.setAccessible(true);
    return field.get(of);
  }
}
