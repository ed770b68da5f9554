package dev.mantra.replayer.render;

import dev.mantra.replayer.ScreenDrawing;
import dev.mantra.replayer.Xml;
import dev.mantra.terminal.Terminal;
import java.io.IOException;

/**
 * Screens as images within a page. Their colours stand in attributes, so that the page's style
 * sheet can be written before its first screen is known.
 */
public final class PageScreens implements ScreenDrawing {

  @Override
  public String style() {
    return SvgDrawing.STYLE + "\n";
  }

  @Override
  public void draw(Terminal screen, Xml page) throws IOException {
    new SvgDrawing(Picture.of(screen), page).writePart();
  }
}
