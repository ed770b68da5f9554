package dev.mantra.replayer.export;

import dev.mantra.formats.asciicast.AsciicastVersion;
import java.util.Arrays;
import java.util.Optional;

/** The formats a session can be exported in, with the names people give them. */
public enum ExportFormat {
  ASCIICAST_V3("asciicast-v3", "cast"),
  ASCIICAST_V2("asciicast-v2", "cast"),
  RAW("raw", "raw");

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

  public Exporter exporter() {
    return switch (this) {
      case ASCIICAST_V3 -> new AsciicastExporter(AsciicastVersion.V3);
      case ASCIICAST_V2 -> new AsciicastExporter(AsciicastVersion.V2);
      case RAW -> new RawExporter();
    };
  }
}
