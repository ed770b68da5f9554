package dev.mantra.cli;

import dev.mantra.cli.TerminalProbe.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All commands as picocli sees them. Usually only the one that was called is built: each costs
 * time.
 */
final class CommandTree {

  private static final int WIDEST = 100;

  private CommandTree() {}

  /** Every command: for help, completion and the manual. */
  static CommandLine full(Call call) {
    return build(call, commands());
  }

  /** The root with the command the arguments call, or with all when that is not plain to see. */
  static CommandLine forArguments(Call call, List<String> arguments) {
    var commands = commands();
    commands.put(EmulateCommand.NAME, EmulateCommand::new); // known, but in no list
    var name =
        arguments.stream()
            .dropWhile(word -> word.equals("-v") || word.startsWith("--color="))
            .findFirst()
            .orElse("");
    var command = commands.get(name);
    return command == null || name.equals("help") ? full(call) : build(call, Map.of(name, command));
  }

  /** The text of {@code --help}. */
  static String usage(CommandLine command, Console console) {
    command.setUsageHelpWidth(Math.min(WIDEST, console.width().orElse(80)));
    return command.getUsageMessage(console.hasColor(Stream.OUT) ? Ansi.ON : Ansi.OFF);
  }

  private static Map<String, Function<Call, Object>> commands() {
    var commands = new LinkedHashMap<String, Function<Call, Object>>();
    commands.put("rec", RecCommand::new);
    commands.put(LsCommand.NAME, LsCommand::new);
    commands.put("info", InfoCommand::new);
    commands.put("play", PlayCommand::new);
    commands.put("screen", ScreenCommand::new);
    commands.put("text", TextCommand::new);
    commands.put("messages", MessagesCommand::new);
    commands.put("files", FilesCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put(GrepCommand.NAME, GrepCommand::new);
    commands.put(SearchCommand.NAME, SearchCommand::new);
    commands.put("browse", BrowseCommand::new);
    commands.put("index", IndexCommand::new);
    commands.put("scan", ScanCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("allow", AllowCommand::new);
    commands.put("hide", HideCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("mark", MarkCommand::new);
    commands.put("title", TitleCommand::new);
    commands.put("tag", TagCommand::new);
    commands.put("note", NoteCommand::new);
    commands.put("rm", RmCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("fsck", FsckCommand::new);
    commands.put("config", ConfigCommand::new);
    commands.put("completion", CompletionCommand::new);
    commands.put("man", ManCommand::new);
    commands.put(VersionCommand.NAME, VersionCommand::new);
    commands.put("help", HelpCommand::new);
    return commands;
  }

  private static CommandLine build(Call call, Map<String, Function<Call, Object>> commands) {
    var mantra = new CommandLine(new MantraCommand(call));
    commands.forEach((name, command) -> mantra.addSubcommand(name, command.apply(call)));
    // No argument stands for a file full of arguments, and an alias may repeat an option.
    mantra.setExpandAtFiles(false);
    mantra.setOverwrittenOptionsAllowed(true);
    mantra.setCaseInsensitiveEnumValuesAllowed(true);
    mantra.setUsageHelpLongOptionsMaxWidth(28);
    mantra.getSubcommands().values().forEach(command -> addVerbose(mantra, command));
    describe(mantra);
    mantra.getSubcommands().values().forEach(CommandTree::describe);
    // Behind its first word the rest is not ours: a command's own options, or tags like -bug.
    for (var name : List.of("rec", "tag")) {
      var command = mantra.getSubcommands().get(name);
      if (command != null) {
        command.setStopAtPositional(true);
      }
    }
    return mantra;
  }

  /** Like an inherited option; but a command may have another use for its short name. */
  private static void addVerbose(CommandLine mantra, CommandLine command) {
    var verbose = mantra.getCommandSpec().findOption(MantraCommand.VERBOSE);
    var spec = command.getCommandSpec();
    boolean isShortTaken = spec.findOption("-v") != null;
    spec.addOption(
        OptionSpec.builder(verbose)
            .names(isShortTaken ? new String[] {MantraCommand.VERBOSE} : verbose.names())
            .build());
  }

  private static void describe(CommandLine command) {
    var usage = command.getCommandSpec().usageMessage();
    usage.headerHeading("");
    usage.synopsisHeading("%nUsage: ");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%nArguments:%n");
    usage.optionListHeading("%nOptions:%n");
    usage.commandListHeading("%nCommands:%n");
    usage.footerHeading("%nExamples:%n");
    usage.sortOptions(false);
  }
}
