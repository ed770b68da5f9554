package dev.mantra.cli;

import dev.mantra.cli.Console.Style;
import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.formats.conversation.Headline;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.formats.workspace.FilePatch;
import dev.mantra.formats.workspace.GitPatch;
import java.io.IOException;
import java.util.List;

/** Patches at standard output: for programs byte by byte, for people in colours. */
final class DiffText {

  private static final String TAB = "    ";

  private final Console console;
  private final boolean isForPeople;

  DiffText(Console console) {
    this.console = console;
    this.isForPeople = console.isTerminal(Stream.OUT) || console.hasColor(Stream.OUT);
  }

  /** Returns how many changes are missing. */
  int print(List<DiffSection> sections, GitPatch patches) throws IOException {
    int missing = 0;
    for (var section : sections) {
      if (section.message().isPresent()) {
        console.write(console.styled(Style.CYAN, heading(section)));
      }
      for (var difference : section.differences()) {
        var patch = patches.of(difference);
        if (patch.isPresent()) {
          missing += print(patch.get());
        }
      }
    }
    return missing;
  }

  private int print(FilePatch patch) throws IOException {
    if (patch.missing().isPresent()) {
      console.notice(
          "the change of "
              + patch.difference().path().toUtf8()
              + " is missing: "
              + patch.missing().get());
      return 1;
    }
    if (isForPeople) {
      for (var line : patch.text().toUtf8().split("\n", -1)) {
        paint(line);
      }
    } else {
      Bytes text = patch.text();
      text.writeTo(console.data());
    }
    return 0;
  }

  /** What git apply takes for a remark. */
  static String heading(DiffSection section) {
    var message = section.message().orElseThrow();
    return "# "
        + SafeText.of(
            message.number()
                + "  "
                + PositionGrammar.format(message.at())
                + "  "
                + MessageKinds.word(message.outline().kind())
                + "  "
                + Headline.of(message.outline()));
  }

  private void paint(String line) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    var safe = SafeText.of(line.replace("\t", TAB));
    console.write(
        switch (line.charAt(0)) {
          case '+' -> line.startsWith("+++ ") ? head(safe) : console.styled(Style.GREEN, safe);
          case '-' -> line.startsWith("--- ") ? head(safe) : console.styled(Style.RED, safe);
          case '@' -> console.styled(Style.CYAN, safe);
          case ' ', '\\' -> safe;
          default -> head(safe);
        });
  }

  private String head(String line) {
    return console.styled(Style.BOLD, line);
  }
}
