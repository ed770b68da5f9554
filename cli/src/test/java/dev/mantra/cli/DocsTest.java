package dev.mantra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Help, reference and manual say the same, and all of it. */
final class DocsTest {

  private static final Path REFERENCE = Path.of("../docs/cli.md");

  @TempDir Path folder;

  @Test
  void theReferenceIsWhatTheCommandsSay() throws IOException {
    var page = CliReference.page();
    if ("write".equals(System.getProperty("mantra.docs"))) {
      Files.writeString(REFERENCE, page);
    }
    assertEquals(
        page,
        Files.readString(REFERENCE),
        "docs/cli.md is stale; its first lines say how it is made again");
  }

  @Test
  void everyCommandAndOptionIsDescribedAndEveryHelpEndsWithExamples() {
    for (var command : all()) {
      var name = command.getCommandSpec().qualifiedName();
      var usage = command.getCommandSpec().usageMessage();
      assertTrue(usage.header().length == 1 && usage.header()[0].endsWith("."), name);
      assertTrue(usage.description().length > 0, name + " has no description");
      assertTrue(usage.footer().length > 0, name + " has no example");
      for (var example : usage.footer()) {
        assertTrue(example.startsWith("  ") && example.contains("mantra "), name + ": " + example);
      }
      for (var option : command.getCommandSpec().options()) {
        assertTrue(option.description().length > 0, name + " " + option.longestName());
      }
      for (var parameter : command.getCommandSpec().positionalParameters()) {
        assertTrue(parameter.description().length > 0, name + " " + parameter.paramLabel());
      }
    }
  }

  @Test
  void optionsThatSayTheirPlaceSayItAlone() {
    for (var command : all()) {
      var places =
          command.getCommandSpec().options().stream()
              .map(CommandLine.Model.OptionSpec::order)
              .filter(place -> place >= 0)
              .toList();
      assertEquals(places.stream().distinct().toList(), places, command.getCommandName());
    }
  }

  @Test
  void everyExampleCanBeParsed() {
    for (var command : all()) {
      for (var example : command.getCommandSpec().usageMessage().footer()) {
        var words = words(example.replace("%%", "%"));
        if (words.getFirst().equals("mantra")) {
          var mantra = CommandTree.full(new TestProgram(folder).call());
          mantra.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        }
      }
    }
  }

  @Test
  void noLineOfHelpIsWiderThanATerminal() {
    for (var line : CliReference.page().lines().toList()) {
      assertTrue(line.startsWith("|") || line.length() <= 115, line);
    }
  }

  @Test
  void manualPagesAreMadeForEveryCommand() throws IOException {
    assertEquals(0, new TestProgram(folder).run("man", "man1").status());
    try (var pages = Files.list(folder.resolve("man1"))) {
      var names = pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet());
      assertEquals(all().size(), names.size());
      assertTrue(names.containsAll(List.of("mantra.1", "mantra-rec.1", "mantra-export.1")));
    }
    var page = Files.readString(folder.resolve("man1/mantra-rec.1"));
    for (var part :
        List.of(
            ".TH MANTRA-REC 1",
            "mantra\\-rec \\- Record a command",
            "\\fB\\-t, \\-\\-title TITLE\\fR",
            ".SH EXAMPLES",
            "  mantra rec \\-\\- claude \\-\\-resume")) {
      assertTrue(page.contains(part), part + " is not in\n" + page);
    }
  }

  @Test
  void groffHasNothingToComplainAboutInThePages() throws Exception {
    assumeTrue(TestProgram.isInstalled("groff"), "groff is not installed");
    new TestProgram(folder).run("man", ".");
    try (var pages = Files.newDirectoryStream(folder, "*.1")) {
      for (var page : pages) {
        var groff =
            new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", page.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", said, page.toString());
        assertEquals(0, groff.waitFor());
      }
    }
  }

  @Test
  void completionsKnowEveryCommand() {
    for (var shell : List.of("bash", "zsh", "fish")) {
      var script = new TestProgram(folder).run("completion", shell).out();
      for (var command : all()) {
        assertTrue(
            script.contains(command.getCommandName()), shell + ": " + command.getCommandName());
      }
      assertTrue(script.contains("idle-time-limit"), shell);
    }
  }

  @Test
  void bashTakesItsCompletionsAndCompletes() throws Exception {
    var script = folder.resolve("mantra.bash");
    Files.writeString(script, new TestProgram(folder).run("completion", "bash").out());
    var bash =
        new ProcessBuilder(
                "bash",
                "-c",
                ". '"
                    + script
                    + "'; COMP_WORDS=(mantra expo); COMP_CWORD=1;"
                    + " _complete_mantra 2>/dev/null;"
                    + " echo \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .start();
    var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("export", said.strip());
  }

  @Test
  void zshTakesItsCompletions() throws Exception {
    var script = folder.resolve("_mantra");
    Files.writeString(script, new TestProgram(folder).run("completion", "zsh").out());
    assertTrue(Files.readString(script).startsWith("#compdef mantra\n"));
    assumeTrue(TestProgram.isInstalled("zsh"), "zsh is not installed");
    var zsh =
        new ProcessBuilder("zsh", "-fc", ". '" + script + "'; echo ${_comps[mantra]}")
            .redirectErrorStream(true)
            .start();
    var said = new String(zsh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("_complete_mantra"), said);
  }

  @Test
  void theFishCompletionHasAClosedQuoteOnEveryLine() {
    for (var line : new TestProgram(folder).run("completion", "fish").out().lines().toList()) {
      assertTrue(line.startsWith("complete -c mantra "), line);
      assertEquals(0, line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2, line);
      assertFalse(line.contains("%%"), line);
    }
  }

  private List<CommandLine> all() {
    var mantra = CommandTree.full(new TestProgram(folder).call());
    return Stream.concat(Stream.of(mantra), mantra.getSubcommands().values().stream()).toList();
  }

  /** The words of an example as a shell would see them, without the remark behind it. */
  private static List<String> words(String example) {
    var command = example.strip().split(" {3,}| [|&;]", 2)[0];
    return Stream.of(command.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1))
        .map(word -> word.replace("'", ""))
        .toList();
  }
}
