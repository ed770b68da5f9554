package dev.mantra.replayer.render;

import dev.mantra.terminal.CursorShape;
import dev.mantra.terminal.Style;
import java.util.Optional;

/**
 * How cells are painted: colours that are settled, and what is left of the attributes.
 *
 * @param attributes those of {@link Style}
 * @param cursor the cursor that is drawn over the cell; a block is in the colours already
 */
record Look(
    int foreground,
    int background,
    int underlineColor,
    int attributes,
    Optional<CursorShape> cursor) {

  boolean isBold() {
    return (attributes & Style.BOLD) != 0;
  }

  boolean isItalic() {
    return (attributes & Style.ITALIC) != 0;
  }

  boolean isHidden() {
    return (attributes & Style.HIDDEN) != 0;
  }

  boolean isStruck() {
    return (attributes & Style.STRIKE) != 0;
  }

  boolean hasOverline() {
    return (attributes & Style.OVERLINE) != 0;
  }

  /** As SGR 4:n counts: 0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed. */
  int underline() {
    return (attributes & Style.UNDERLINE) >>> Style.UNDERLINE_SHIFT;
  }

  /** The look of the cell that the cursor is in. */
  Look withCursor(CursorShape shape, int color) {
    return shape == CursorShape.BLOCK
        ? new Look(background, color, background, attributes, Optional.empty())
        : new Look(foreground, background, underlineColor, attributes, Optional.of(shape));
  }
}
