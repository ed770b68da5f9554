package dev.mantra.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page in man(7)'s macros, made from what {@code --help} is made from. */
final class ManPage {

  private final CommandLine command;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandLine command) {
    this.command = command;
  }

  static String of(CommandLine command) {
    var page = new ManPage(command);
    page.write();
    return page.page.toString();
  }

  private void write() {
    var spec = command.getCommandSpec();
    var usage = spec.usageMessage();
    var name = spec.qualifiedName("-");
    line(
        ".TH "
            + name.toUpperCase(Locale.ROOT)
            + " 1 \"\" \"Mantra "
            + Version.NUMBER
            + "\" \"Mantra\"");
    section("NAME");
    line(escaped(name) + " \\- " + escaped(sentence(usage.header())));
    section("SYNOPSIS");
    line(escaped(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
    section("DESCRIPTION");
    paragraphs(usage.description());
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().stream().filter(p -> !p.hidden()).forEach(this::argument);
    }
    section("OPTIONS");
    spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .forEach(this::option);
    commands();
    if (spec.parent() == null) {
      section("EXIT STATUS");
      for (var code : ExitCode.values()) {
        item(Integer.toString(code.status()), code.meaning());
      }
    }
    section("EXAMPLES");
    line(".nf");
    Arrays.stream(usage.footer()).map(ManPage::plain).map(ManPage::escaped).forEach(this::line);
    line(".fi");
  }

  private void commands() {
    if (command.getSubcommands().isEmpty()) {
      return;
    }
    section("COMMANDS");
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              var header = sub.getCommandSpec().usageMessage().header();
              item("mantra " + name, String.join(" ", header));
            });
  }

  private void option(OptionSpec option) {
    var value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    var names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
    item(names + value, plain(String.join(" ", option.description())));
  }

  private void argument(PositionalParamSpec argument) {
    item(argument.paramLabel(), plain(String.join(" ", argument.description())));
  }

  private void item(String label, String text) {
    line(".TP");
    line("\\fB" + escaped(label) + "\\fR");
    line(escaped(text));
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void paragraphs(String[] texts) {
    var first = true;
    for (var text : List.of(texts)) {
      if (!first) {
        line(".PP");
      }
      first = false;
      line(escaped(plain(text)));
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** A header without its full stop, as a list of pages shows it. */
  private static String sentence(String[] header) {
    var text = plain(String.join(" ", header));
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** What picocli makes of its markup. */
  private static String plain(String text) {
    return Ansi.OFF.string(text).replace("%%", "%");
  }

  private static String escaped(String text) {
    var escaped =
        text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
