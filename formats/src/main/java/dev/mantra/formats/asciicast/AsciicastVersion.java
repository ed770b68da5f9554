package dev.mantra.formats.asciicast;

/** The versions of asciicast that hold one event a line. */
public enum AsciicastVersion {
  /** Times count from the start; written with microseconds at least, as asciinema 2 does. */
  V2(ForeignFormat.ASCIICAST_V2, 6),
  /** Times count from the event before; written with milliseconds at least, as asciinema 3 does. */
  V3(ForeignFormat.ASCIICAST_V3, 3);

  private final ForeignFormat format;
  private final int decimals;

  AsciicastVersion(ForeignFormat format, int decimals) {
    this.format = format;
    this.decimals = decimals;
  }

  public ForeignFormat format() {
    return format;
  }

  /** The fewest decimals of a written time; as many more follow as it needs to be exact. */
  int decimals() {
    return decimals;
  }
}
