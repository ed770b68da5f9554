package dev.mantra.formats.asciicast;

import java.util.Arrays;
import java.util.Optional;

/** The recordings of other programs that are understood, with the names a session's origin has. */
public enum ForeignFormat {
  ASCIICAST_V1("asciicast-v1"),
  ASCIICAST_V2("asciicast-v2"),
  ASCIICAST_V3("asciicast-v3"),
  /** A typescript and its timing file, as util-linux's {@code script} writes them. */
  SCRIPT("script"),
  TTYREC("ttyrec");

  private final String label;

  ForeignFormat(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The format with this name. */
  public static Optional<ForeignFormat> labelled(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }
}
