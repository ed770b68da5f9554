package dev.mantra.cli;

import dev.mantra.cli.NewFile.Overwrite;
import dev.mantra.cli.TerminalProbe.Stream;
import dev.mantra.replayer.render.ScreenFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "screen",
    header = "Show the screen at a position.",
    description = {
      "Shows what was on the recorded terminal at one moment. Formats: text; ansi, which is text with"
          + " colours for a terminal; json for programs; svg, an image; html, a page that needs nothing"
          + " else. What looks like a secret is covered.",
      "Without -f the format is that of FILE's ending (.txt, .ans, .json, .svg, .html), else ansi where"
          + " colours are on and text where they are not."
    },
    footer = {
      "  mantra screen last                          how it looked at the end",
      "  mantra screen last --at 12:34 -o bug.svg    as an image",
      "  mantra screen last --at 50%% -f json | jq -r '.rows[].text'"
    })
final class ScreenCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "S", description = "The session.")
  private String session = "";

  @Option(
      names = "--at",
      paramLabel = "P",
      description = "The position; without it, the session's end.")
  private String at = "end";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text, ansi, json, svg or html.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file; - is standard output, which is also the default.")
  private String output = "-";

  @Option(
      names = "--force",
      description = "Replace FILE when it is there; with --reveal, do not ask.")
  private boolean force;

  @Mixin private final Reveal reveal = new Reveal();

  @Option(
      names = "--golden",
      paramLabel = "DIR",
      hidden = true,
      description = "Write a case for Mantra's own tests into this folder instead.")
  private Optional<String> golden = Optional.empty();

  ScreenCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var chosen = format.isPresent() ? named(format.get()) : usual();
    var position = call.position(at);
    var found = call.session(session);
    var overwrite = force ? Overwrite.YES : Overwrite.NO;
    var coverage = reveal.coverage(call, force);
    if (!output.equals("-")) {
      coverage.toBeChecked(found);
    }
    try (var open = OpenReplay.of(found, coverage, call)) {
      long nanos = open.resolve(position);
      if (golden.isPresent()) {
        new GoldenCase(open.session(), nanos).write(call.path(golden.get()), overwrite);
        return ExitCode.OK.status();
      }
      var screen = open.replay().screenAt(nanos);
      if (output.equals("-")) {
        chosen.renderer().render(screen, call.console().data());
      } else {
        try (var file = NewFile.create(call.path(output), overwrite)) {
          chosen.renderer().render(screen, file.out());
          coverage.check(file);
          file.commit();
        }
      }
    }
    return ExitCode.OK.status();
  }

  private ScreenFormat usual() {
    if (!output.equals("-")) {
      return ScreenFormat.ofFile(output).orElse(ScreenFormat.TEXT);
    }
    return call.console().hasColor(Stream.OUT) ? ScreenFormat.ANSI : ScreenFormat.TEXT;
  }

  private static ScreenFormat named(String label) {
    return ScreenFormat.labelled(label)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "'"
                        + label
                        + "' is no format for a screen; there are "
                        + Arrays.stream(ScreenFormat.values())
                            .map(ScreenFormat::label)
                            .collect(Collectors.joining(", "))));
  }
}
