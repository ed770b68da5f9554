package dev.mantra.replayer.render;

import dev.mantra.terminal.Color;
import dev.mantra.terminal.Mode;
import dev.mantra.terminal.Style;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text with colours for a terminal: visible characters, line feeds and SGR, nothing else. Links are
 * left out, because their addresses are not seen. A row that was coloured ends with a reset.
 */
record AnsiRenderer() implements Renderer {

  private static final String RESET = "\u001b[0m";

  @Override
  public void render(Terminal screen, OutputStream out) throws IOException {
    boolean inverse = screen.isSet(Mode.REVERSE_VIDEO);
    for (int y = 0; y < screen.rows(); y++) {
      var row = new StringBuilder();
      int column = 0;
      for (var run : Run.of(screen.line(y))) {
        append(row, sgr(run.style(), inverse, screen), run.text());
        column = run.column() + run.columns();
      }
      if (inverse) {
        append(row, sgr(Style.PLAIN, true, screen), " ".repeat(screen.columns() - column));
      }
      out.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private static void append(StringBuilder row, String sgr, String text) {
    row.append(sgr).append(text).append(sgr.isEmpty() ? "" : RESET);
  }

  private static String sgr(Style style, boolean inverse, Terminal screen) {
    var codes = new StringBuilder();
    add(codes, style.has(Style.BOLD), "1");
    add(codes, style.has(Style.DIM), "2");
    add(codes, style.has(Style.ITALIC), "3");
    add(codes, style.underline() == 1, "4");
    add(codes, style.has(Style.BLINK), "5");
    add(codes, style.has(Style.INVERSE) != inverse, "7");
    add(codes, style.has(Style.HIDDEN), "8");
    add(codes, style.has(Style.STRIKE), "9");
    add(codes, style.has(Style.OVERLINE), "53");
    add(codes, color(style.foreground(), 30, screen));
    add(codes, color(style.background(), 40, screen));
    var sgr = codes.isEmpty() ? "" : "\u001b[" + codes.substring(1) + "m";
    // Terminals that do not know sub-parameters drop the whole sequence, so these get their own.
    if (style.underline() > 1) {
      sgr += "\u001b[4:" + style.underline() + "m";
    }
    return style.underline() > 0 ? sgr + underlineColor(style.underlineColor(), screen) : sgr;
  }

  /** The SGR code of a colour; {@code base} is 30 for text and 40 for the background. */
  private static String color(Color color, int base, Terminal screen) {
    return switch (color) {
      case Color.Standard _ -> "";
      case Color.Rgb(int rgb) -> base + 8 + ";2;" + parts(rgb, ";");
      case Color.Indexed(int index) -> {
        var changed = screen.paletteColor(index);
        yield changed.isPresent()
            ? base + 8 + ";2;" + parts(changed.getAsInt(), ";")
            : index < 8
                ? Integer.toString(base + index)
                : index < 16 ? Integer.toString(base + 60 + index - 8) : base + 8 + ";5;" + index;
      }
    };
  }

  private static String underlineColor(Color color, Terminal screen) {
    return switch (color) {
      case Color.Standard _ -> "";
      case Color.Rgb(int rgb) -> "\u001b[58:2::" + parts(rgb, ":") + "m";
      case Color.Indexed(int index) -> {
        var changed = screen.paletteColor(index);
        yield changed.isPresent()
            ? "\u001b[58:2::" + parts(changed.getAsInt(), ":") + "m"
            : "\u001b[58:5:" + index + "m";
      }
    };
  }

  private static String parts(int rgb, String between) {
    return (rgb >> 16 & 0xFF) + between + (rgb >> 8 & 0xFF) + between + (rgb & 0xFF);
  }

  private static void add(StringBuilder codes, boolean wanted, String code) {
    add(codes, wanted ? code : "");
  }

  private static void add(StringBuilder codes, String code) {
    if (!code.isEmpty()) {
      codes.append(';').append(code);
    }
  }
}
