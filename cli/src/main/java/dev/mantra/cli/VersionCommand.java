package dev.mantra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(
    name = VersionCommand.NAME,
    header = "Show the versions of Mantra and what it runs on.",
    description = "Shows the versions of Mantra, of its Java runtime and of the system.",
    footer = {"  mantra version            to be named when something went wrong"})
final class VersionCommand implements PlainCommand {

  static final String NAME = "version";

  private final Call call;

  VersionCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    var console = call.console();
    console.print(Version.RECORDED_BY);
    console.print("java " + Runtime.version() + " " + property("java.vendor"));
    console.print(
        "system " + property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    return ExitCode.OK.status();
  }

  private static String property(String name) {
    return SafeText.of(System.getProperty(name, ""));
  }

  /** What {@code mantra --version} prints. */
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.RECORDED_BY};
    }
  }
}
