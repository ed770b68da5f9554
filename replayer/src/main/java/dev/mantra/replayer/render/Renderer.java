package dev.mantra.replayer.render;

import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Draws the screen that a terminal shows. Equal screens give equal bytes, on every machine.
 *
 * <p>Whatever a recording holds, the output is well-formed and harmless: no control character, no
 * escape sequence but our own colours, no script, no reference to anything outside.
 */
public sealed interface Renderer
    permits TextRenderer, AnsiRenderer, JsonRenderer, SvgRenderer, HtmlRenderer {

  /** Writes the screen in UTF-8 and flushes; the stream stays the caller's to close. */
  void render(Terminal screen, OutputStream out) throws IOException;
}
