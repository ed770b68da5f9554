package dev.mantra.replayer.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.csv.CsvSchema.ColumnType;
import dev.mantra.formats.conversation.NumberedEntry;
import dev.mantra.formats.event.Entry.SubAgent;
import dev.mantra.formats.event.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Exports messages and steps for spreadsheets and data frames, one row each, as RFC 4180 has it.
 */
record CsvExporter() implements Exporter {

  private static final CsvSchema COLUMNS =
      CsvSchema.builder()
          .addColumn("number", ColumnType.STRING)
          .addColumn("message", ColumnType.NUMBER)
          .addColumn("step", ColumnType.NUMBER)
          .addColumn("kind", ColumnType.STRING)
          .addColumn("time", ColumnType.STRING)
          .addColumn("at", ColumnType.NUMBER)
          .addColumn("agent", ColumnType.STRING)
          .addColumn("model", ColumnType.STRING)
          .addColumn("tool", ColumnType.STRING)
          .addColumn("outcome", ColumnType.STRING)
          .addColumn("exit_status", ColumnType.NUMBER)
          .addColumn("files", ColumnType.STRING)
          .addColumn("input_tokens", ColumnType.NUMBER)
          .addColumn("cache_read_tokens", ColumnType.NUMBER)
          .addColumn("cache_write_tokens", ColumnType.NUMBER)
          .addColumn("output_tokens", ColumnType.NUMBER)
          .addColumn("thinking_tokens", ColumnType.NUMBER)
          .addColumn("sub_agent", ColumnType.STRING)
          .addColumn("text", ColumnType.STRING)
          .setUseHeader(true)
          .setLineSeparator("\r\n")
          .build();

  @Override
  public void export(ExportedSession session, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (var csv = new CsvFactory().createGenerator(writer)) {
      csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      csv.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
      csv.setSchema(COLUMNS);
      for (var entry : session.entries()) {
        session.progress().accept(entry.at());
        csv.writeStartObject();
        row(csv, session, entry);
        csv.writeEndObject();
      }
    }
    writer.flush();
  }

  private static void row(CsvGenerator csv, ExportedSession session, NumberedEntry entry)
      throws IOException {
    var outline = entry.outline();
    csv.writeStringField("number", entry.number());
    csv.writeNumberField("message", entry.message());
    csv.writeNumberField("step", entry.step());
    csv.writeStringField("kind", word(outline.kind()));
    csv.writeStringField(
        "time", session.replay().header().startedAt().plusNanos(entry.at()).toString());
    csv.writeNumberField("at", EntryJson.seconds(entry.at()));
    text(csv, "agent", outline.agent());
    text(csv, "model", outline.model().orElse(""));
    var tool = outline.tool();
    text(csv, "tool", tool.name());
    text(csv, "outcome", tool.outcome().map(CsvExporter::word).orElse(""));
    if (tool.exitCode().isPresent()) {
      csv.writeNumberField("exit_status", tool.exitCode().getAsInt());
    }
    var whole = session.replay().messages().read(entry);
    text(csv, "files", String.join("\n", EntryText.files(whole)));
    tokens(csv, outline.usage());
    text(csv, "sub_agent", outline.subAgent().map(SubAgent::id).orElse(""));
    text(csv, "text", EntryText.of(whole));
  }

  private static void tokens(CsvGenerator csv, Usage usage) throws IOException {
    if (!usage.isNone()) {
      csv.writeNumberField("input_tokens", usage.input());
      csv.writeNumberField("cache_read_tokens", usage.cacheRead());
      csv.writeNumberField("cache_write_tokens", usage.cacheWrite());
      csv.writeNumberField("output_tokens", usage.output());
      csv.writeNumberField("thinking_tokens", usage.thinking());
    }
  }

  private static void text(CsvGenerator csv, String column, String text) throws IOException {
    csv.writeStringField(column, CsvCell.of(text));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
