package dev.mantra.replayer.render;

import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The rows as text, without blanks at their ends and with a line feed after each. */
record TextRenderer() implements Renderer {

  @Override
  public void render(Terminal screen, OutputStream out) throws IOException {
    for (int y = 0; y < screen.rows(); y++) {
      out.write((text(screen, y) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  /** What is seen of a row's text. */
  static String text(Terminal screen, int row) {
    return VisibleText.of(screen.line(row).text()).stripTrailing();
  }
}
