package dev.mantra.terminal;

import java.util.Optional;

/**
 * How a cell is shown: colours, attributes (ECMA-48 SGR) and the OSC 8 link it belongs to.
 *
 * @param attributes a combination of the constants here, with the underline's style at {@link
 *     #UNDERLINE_SHIFT}
 */
public record Style(
    Color foreground, Color background, Color underlineColor, int attributes, Optional<Link> link) {
  public static final int BOLD = 1;
  public static final int DIM = 1 << 1;
  public static final int ITALIC = 1 << 2;
  public static final int BLINK = 1 << 3;
  public static final int INVERSE = 1 << 4;
  public static final int HIDDEN = 1 << 5;
  public static final int STRIKE = 1 << 6;
  public static final int OVERLINE = 1 << 7;
  public static final int UNDERLINE_SHIFT = 8;
  public static final int UNDERLINE = 7 << UNDERLINE_SHIFT;

  public static final Style PLAIN =
      new Style(Color.STANDARD, Color.STANDARD, Color.STANDARD, 0, Optional.empty());

  /** An OSC 8 hyperlink; cells with the same id and address are one link. */
  public record Link(String id, String uri) {}

  /** Whether all of these attributes are set. */
  public boolean has(int wanted) {
    return (attributes & wanted) == wanted;
  }

  /** SGR 4:n: 0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed. */
  public int underline() {
    return (attributes & UNDERLINE) >>> UNDERLINE_SHIFT;
  }
}
