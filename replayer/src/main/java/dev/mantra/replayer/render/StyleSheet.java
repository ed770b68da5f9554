package dev.mantra.replayer.render;

import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.terminal.CursorShape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The style sheet of a page: a class for each look and for each width in it, in their order. */
final class StyleSheet {

  private static final List<String> UNDERLINES =
      List.of(
          "",
          "underline",
          "underline double",
          "underline wavy",
          "underline dotted",
          "underline dashed");

  private final Theme theme;
  private final Look plain;
  private final Map<Look, String> looks = new LinkedHashMap<>();
  private final TreeSet<Integer> widths = new TreeSet<>();

  StyleSheet(Picture picture) {
    theme = picture.theme();
    plain = theme.look(dev.mantra.terminal.Style.PLAIN);
    for (var row : picture.rows()) {
      for (var piece : row) {
        if (!piece.look().equals(plain)) {
          looks.computeIfAbsent(piece.look(), _ -> "s" + (looks.size() + 1));
        }
        piece.chunks().forEach(chunk -> widths.add(chunk.columns()));
      }
    }
  }

  /** The class of a look; none for the plain one. */
  Optional<String> look(Look look) {
    return Optional.ofNullable(looks.get(look));
  }

  String width(int columns) {
    return "w" + columns;
  }

  /**
   * The rules; those behind outdo those before. Where the browser can round, cells are a whole
   * number of pixels wide, so that lines meet exactly.
   */
  String text() {
    var rules = new StringBuilder();
    rule(rules, "body", "margin:0;background:" + Theme.hex(plain.background()));
    rule(
        rules,
        "pre",
        "margin:0;padding:%dpx;color:%s;font:%dpx/1.2 %s;font-variant-ligatures:none;--cell:1ch"
            .formatted(
                CellSize.MARGIN, Theme.hex(plain.foreground()), CellSize.FONT, CellSize.FONTS));
    rules
        .append("@supports (width:round(1ch,1px)){")
        .append("pre{--cell:round(1ch,1px);letter-spacing:calc(var(--cell) - 1ch)}}\n");
    rule(rules, ".c", "display:inline-block;height:1.2em;vertical-align:top");
    rule(rules, ".m", "text-align:center;letter-spacing:normal");
    for (int columns : widths) {
      rule(rules, "." + width(columns), "width:calc(" + columns + "*var(--cell))");
    }
    looks.forEach((look, name) -> rule(rules, "." + name, declarations(look)));
    rule(rules, ".x", "position:relative;color:transparent");
    rule(rules, ".x svg", "position:absolute;left:0;top:0;width:100%;height:100%");
    return rules.toString();
  }

  /** What a policy names the sheet by. */
  static String hash(String sheet) {
    var digest = ContentHash.sha256().digest(sheet.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private String declarations(Look look) {
    var text = new StringBuilder("color:").append(Theme.hex(look.foreground()));
    if (look.background() != plain.background()) {
      text.append(";background:").append(Theme.hex(look.background()));
    }
    if (look.isBold()) {
      text.append(";font-weight:bold");
    }
    if (look.isItalic()) {
      text.append(";font-style:italic");
    }
    var lines =
        (UNDERLINES.get(look.underline())
                + (look.isStruck() ? " line-through" : "")
                + (look.hasOverline() ? " overline" : ""))
            .strip();
    if (!lines.isEmpty()) {
      text.append(";text-decoration:").append(lines).append(' ');
      text.append(Theme.hex(look.underline() > 0 ? look.underlineColor() : look.foreground()));
    }
    if (look.cursor().isPresent()) {
      text.append(";box-shadow:inset ")
          .append(look.cursor().get() == CursorShape.BAR ? "2px 0 " : "0 -2px ")
          .append(Theme.hex(theme.cursor()));
    }
    return text.toString();
  }

  private static void rule(StringBuilder rules, String selector, String declarations) {
    rules.append(selector).append('{').append(declarations).append("}\n");
  }
}
