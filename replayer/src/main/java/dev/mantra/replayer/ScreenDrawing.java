package dev.mantra.replayer;

import dev.mantra.terminal.Terminal;
import java.io.IOException;

/** Draws screens as parts of a page. */
public interface ScreenDrawing {

  /** The rules that the page's style sheet has to have for them: the same for all screens. */
  String style();

  /** Writes the element that shows a screen. */
  void draw(Terminal screen, Xml page) throws IOException;
}
