package dev.mantra.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mantra.cli.Console.Style;
import dev.mantra.cli.Table.Align;
import dev.mantra.cli.Table.Cell;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "config",
    header = "Show every setting, its value and where it comes from.",
    description = {
      "Settings come, the later over the earlier, from /etc/mantra/config.toml, your config.toml"
          + " (~/.config/mantra, or below XDG_CONFIG_HOME or MANTRA_HOME), the project's .mantra.toml"
          + " (looked for up to the root of the repository; it may only set what cannot do harm), from"
          + " variables like MANTRA_REC_INPUT, and from options."
    },
    footer = {
      "  mantra config                     all settings",
      "  mantra config --json              for programs",
      "  MANTRA_REC_INPUT=off mantra config"
    })
final class ConfigCommand implements Callable<Integer> {

  private final Call call;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  ConfigCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    var all = call.settings().all();
    if (json) {
      Json.print(call.console(), out -> fields(out, all));
    } else {
      table(all).printTo(call.console());
    }
    return ExitCode.OK.status();
  }

  private static void fields(JsonGenerator out, List<Setting> all) throws IOException {
    out.writeArrayFieldStart("settings");
    for (var setting : all) {
      out.writeStartObject();
      out.writeStringField("key", setting.key().key());
      out.writeStringField("value", setting.value());
      out.writeStringField("origin", setting.origin());
      out.writeStringField("variable", setting.key().variable());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static Table table(List<Setting> all) {
    var table = new Table(List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT));
    table.row(
        List.of(
            Cell.of("KEY", Style.BOLD),
            Cell.of("VALUE", Style.BOLD),
            Cell.of("FROM", Style.BOLD),
            Cell.of("MEANING", Style.BOLD)));
    for (var setting : all) {
      table.row(
          List.of(
              Cell.of(setting.key().key(), Style.CYAN),
              Cell.of(setting.value().isEmpty() ? "-" : setting.value()),
              Cell.of(setting.origin()),
              Cell.of(setting.key().meaning(), Style.DIM)));
    }
    return table;
  }
}
