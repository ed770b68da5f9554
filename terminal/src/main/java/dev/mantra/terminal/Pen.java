package dev.mantra.terminal;

/**
 * The style that the next character gets. It is looked up in {@link Styles} when something is
 * printed, not at each SGR.
 */
final class Pen {
  int foreground;
  int background;
  int underlineColor;
  int attributes;
  int link;

  /** Characters are protected from selective erasure (DECSCA) or from all erasure (SPA). */
  boolean guarded;

  private boolean staleTemplate = true;
  private boolean staleBlank = true;
  private long template;
  private long blank;

  /** To be called after any field was changed. */
  void changed() {
    staleTemplate = true;
    staleBlank = true;
  }

  void reset() {
    foreground = 0;
    background = 0;
    underlineColor = 0;
    attributes = 0;
    changed();
  }

  void copyFrom(Pen other) {
    foreground = other.foreground;
    background = other.background;
    underlineColor = other.underlineColor;
    attributes = other.attributes;
    link = other.link;
    guarded = other.guarded;
    changed();
  }

  /** The cell of the next character, to which its content is added. */
  long template(Styles styles) {
    if (staleTemplate) {
      int style = styles.intern(foreground, background, underlineColor, attributes, link);
      template = ((long) style << Cell.STYLE_SHIFT) | (guarded ? Cell.PROTECTED : 0);
      staleTemplate = false;
    }
    return template;
  }

  /** Has the next character get a number in place of a style. */
  void mark(int number) {
    template = ((long) number << Cell.STYLE_SHIFT) | (guarded ? Cell.PROTECTED : 0);
    staleTemplate = false;
  }

  /** The cell that erasing leaves. */
  long blank(Styles styles) {
    if (staleBlank) {
      blank = (long) styles.erased(background) << Cell.STYLE_SHIFT;
      staleBlank = false;
    }
    return blank;
  }
}
