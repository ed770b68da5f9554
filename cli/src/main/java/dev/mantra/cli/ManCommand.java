package dev.mantra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "man",
    header = "Write the manual pages.",
    description = "Writes mantra.1 and a page for every command into a folder.",
    footer = {"  mantra man ~/.local/share/man/man1", "  mantra man . && man ./mantra-rec.1"})
final class ManCommand implements Callable<Integer> {

  private final Call call;

  @Parameters(paramLabel = "DIR", description = "The folder; it is made when it is not there.")
  private String folder = "";

  ManCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var pages = call.path(folder);
    Files.createDirectories(pages);
    var mantra = CommandTree.full(call);
    Files.writeString(pages.resolve("mantra.1"), ManPage.of(mantra));
    for (CommandLine command : mantra.getSubcommands().values()) {
      var name = "mantra-" + command.getCommandName() + ".1";
      Files.writeString(pages.resolve(name), ManPage.of(command));
    }
    return ExitCode.OK.status();
  }
}
