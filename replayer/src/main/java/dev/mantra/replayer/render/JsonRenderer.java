package dev.mantra.replayer.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.mantra.terminal.Color;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A screen for programs. A field without a value is left out, so plain cells are in no run. A
 * colour is the number of a palette entry or {@code "#rrggbb"}; columns are cells, and a wide
 * character takes two. Everything beyond ASCII is escaped.
 */
record JsonRenderer() implements Renderer {

  private static final int SCHEMA_VERSION = 1;

  private static final List<String> UNDERLINES =
      List.of("", "single", "double", "curly", "dotted", "dashed");

  @Override
  public void render(Terminal screen, OutputStream out) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    try (var json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      facts(json, screen);
      json.writeArrayFieldStart("rows");
      for (int y = 0; y < screen.rows(); y++) {
        row(json, screen, y);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void facts(JsonGenerator json, Terminal screen) throws IOException {
    json.writeObjectFieldStart("size");
    json.writeNumberField("columns", screen.columns());
    json.writeNumberField("rows", screen.rows());
    json.writeEndObject();
    json.writeObjectFieldStart("cursor");
    json.writeNumberField("row", screen.cursorRow());
    json.writeNumberField("column", screen.cursorColumn());
    json.writeBooleanField("visible", screen.isCursorVisible());
    json.writeStringField("shape", screen.cursorShape().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
    if (!screen.title().isEmpty()) {
      json.writeStringField("title", VisibleText.of(screen.title()));
    }
    json.writeBooleanField("alternateScreen", screen.isAlternateScreen());
    color(json, "defaultForeground", screen.defaultForeground());
    color(json, "defaultBackground", screen.defaultBackground());
    color(json, "cursorColor", screen.cursorColor());
  }

  private static void row(JsonGenerator json, Terminal screen, int y) throws IOException {
    var line = screen.line(y);
    json.writeStartObject();
    json.writeStringField("text", TextRenderer.text(screen, y));
    json.writeBooleanField("wrapped", line.wrapped());
    json.writeArrayFieldStart("runs");
    for (var run : Run.of(line)) {
      if (!run.style().equals(Style.PLAIN)) {
        json.writeStartObject();
        json.writeNumberField("column", run.column());
        json.writeNumberField("columns", run.columns());
        style(json, run.style(), screen);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void style(JsonGenerator json, Style style, Terminal screen) throws IOException {
    color(json, "foreground", style.foreground(), screen);
    color(json, "background", style.background(), screen);
    if (style.underline() > 0) {
      json.writeStringField("underline", UNDERLINES.get(style.underline()));
      color(json, "underlineColor", style.underlineColor(), screen);
    }
    flag(json, "bold", style.has(Style.BOLD));
    flag(json, "dim", style.has(Style.DIM));
    flag(json, "italic", style.has(Style.ITALIC));
    flag(json, "blink", style.has(Style.BLINK));
    flag(json, "inverse", style.has(Style.INVERSE));
    flag(json, "hidden", style.has(Style.HIDDEN));
    flag(json, "strike", style.has(Style.STRIKE));
    flag(json, "overline", style.has(Style.OVERLINE));
    if (style.link().isPresent()) {
      json.writeStringField("link", VisibleText.of(style.link().get().uri()));
    }
  }

  private static void flag(JsonGenerator json, String name, boolean set) throws IOException {
    if (set) {
      json.writeBooleanField(name, true);
    }
  }

  /** A palette entry that the program changed is written as the colour it became. */
  private static void color(JsonGenerator json, String field, Color color, Terminal screen)
      throws IOException {
    switch (color) {
      case Color.Standard _ -> {}
      case Color.Rgb(int rgb) -> json.writeStringField(field, Theme.hex(rgb));
      case Color.Indexed(int index) -> {
        var changed = screen.paletteColor(index);
        if (changed.isPresent()) {
          json.writeStringField(field, Theme.hex(changed.getAsInt()));
        } else {
          json.writeNumberField(field, index);
        }
      }
    }
  }

  private static void color(JsonGenerator json, String field, OptionalInt rgb) throws IOException {
    if (rgb.isPresent()) {
      json.writeStringField(field, Theme.hex(rgb.getAsInt()));
    }
  }
}
