package dev.mantra.replayer.export;

import dev.mantra.formats.asciicast.AsciicastVersion;
import java.util.Arrays;
import java.util.Optional;

/** The formats a session can be exported in, with the names people give them. */
public enum ExportFormat {
  ASCIICAST_V3("asciicast-v3", "cast"),
  ASCIICAST_V2("asciicast-v2", "cast"),
  RAW("raw", "raw"),
  TXT("txt", "txt"),
  MD("md", "md"),
  HTML("html", "html"),
  JSON("json", "json"),
  CSV("csv", "csv");

  private final String label;
  private final String extension;

  ExportFormat(String label, String extension) {
    this.label = label;
    this.extension = extension;
  }

  /** The format with this name. */
  public static Optional<ExportFormat> labelled(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }

  public String label() {
    return label;
  }

  /** How names of such files usually end, without the point. */
  public String extension() {
    return extension;
  }

  /** Whether it is about what was said, of which there may be nothing. */
  public boolean isOfMessages() {
    return switch (this) {
      case MD, HTML, JSON, CSV -> true;
      case ASCIICAST_V3, ASCIICAST_V2, RAW, TXT -> false;
    };
  }

  public Exporter exporter() {
    return switch (this) {
      case ASCIICAST_V3 -> new AsciicastExporter(AsciicastVersion.V3);
      case ASCIICAST_V2 -> new AsciicastExporter(AsciicastVersion.V2);
      case RAW -> new RawExporter();
      case TXT -> new TextExporter();
      case MD -> new PageExporter((_, out) -> new MarkdownPage(out));
      case HTML -> new PageExporter(HtmlPage::new);
      case JSON -> new JsonExporter();
      case CSV -> new CsvExporter();
    };
  }
}
