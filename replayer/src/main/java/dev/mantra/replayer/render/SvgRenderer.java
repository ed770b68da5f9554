package dev.mantra.replayer.render;

import dev.mantra.replayer.Xml;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;

/** The screen as an image. */
record SvgRenderer() implements Renderer {

  @Override
  public void render(Terminal screen, OutputStream out) throws IOException {
    new SvgDrawing(Picture.of(screen), new Xml(out)).write();
    out.flush();
  }
}
