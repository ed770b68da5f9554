package dev.mantra.replayer.render;

import java.util.Arrays;
import java.util.Optional;

/** The formats a screen can be drawn in, with the names people give them. */
public enum ScreenFormat {
  TEXT("text", "txt"),
  ANSI("ansi", "ans"),
  JSON("json", "json"),
  SVG("svg", "svg"),
  HTML("html", "html");

  private final String label;
  private final String extension;

  ScreenFormat(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /** The format with this name. */
  public static Optional<ScreenFormat> labelled(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }

  /** The format that files with such a name usually have. */
  public static Optional<ScreenFormat> ofFile(String name) {
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension))
        .findFirst();
  }

  public String label() {
    return label;
  }

  /** How names of such files usually end, without the point. */
  public String extension() {
    return extension;
  }

  public Renderer renderer() {
    return switch (this) {
      case TEXT -> new TextRenderer();
      case ANSI -> new AnsiRenderer();
      case JSON -> new JsonRenderer();
      case SVG -> new SvgRenderer();
      case HTML -> new HtmlRenderer();
    };
  }
}
