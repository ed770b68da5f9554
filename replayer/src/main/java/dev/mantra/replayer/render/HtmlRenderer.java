package dev.mantra.replayer.render;

import dev.mantra.replayer.Xml;
import dev.mantra.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The screen as a page that needs nothing else. Its policy allows its own style sheet by its hash,
 * and nothing besides: no script, no image, no connection.
 */
record HtmlRenderer() implements Renderer {

  @Override
  public void render(Terminal screen, OutputStream out) throws IOException {
    var picture = Picture.of(screen);
    new Page(picture, new StyleSheet(picture), new Xml(out)).write();
    out.flush();
  }

  private record Page(Picture picture, StyleSheet styles, Xml xml) {

    void write() throws IOException {
      var sheet = styles.text();
      xml.documentType("html");
      xml.begin("html").begin("head");
      xml.empty("meta", "charset", "utf-8").line();
      xml.empty("meta", "http-equiv", "Content-Security-Policy")
          .attribute("content", "default-src 'none'; style-src '" + StyleSheet.hash(sheet) + "'")
          .line();
      xml.empty("meta", "name", "viewport", "content", "width=device-width").line();
      var title = picture.title().isEmpty() ? "Terminal" : picture.title();
      xml.begin("title").text(title).end().line();
      xml.begin("style").text(sheet).end();
      xml.end().line();
      xml.begin("body").begin("pre");
      xml.line(); // which is not shown, so that an empty first row is
      for (var row : picture.rows()) {
        for (var piece : row) {
          for (var chunk : piece.chunks()) {
            chunk(chunk, piece.look());
          }
        }
        xml.line();
      }
      xml.end().end().end().line().flush();
    }

    private void chunk(Chunk chunk, Look look) throws IOException {
      var style = styles.look(look);
      if (chunk.kind() == Chunk.Kind.TEXT && style.isEmpty()) {
        xml.text(chunk.text());
        return;
      }
      var place = styles.width(chunk.columns()) + style.map(name -> " " + name).orElse("");
      switch (chunk.kind()) {
        case TEXT -> span("c " + place, chunk.text());
        case SINGLE -> span("c m " + place, chunk.text());
        case SHAPES -> shapes(chunk, look, "c x " + place);
      }
    }

    private void span(String classes, String text) throws IOException {
      xml.begin("span", "class", classes).text(text).end();
    }

    /** The characters can be selected but not seen; over them is what they look like. */
    private void shapes(Chunk chunk, Look look, String classes) throws IOException {
      int color = Theme.mixed(look.foreground(), look.background(), chunk.strength());
      xml.begin("span", "class", classes).text(chunk.text());
      xml.begin("svg", "preserveAspectRatio", "none")
          .attribute("viewBox", "0 0 " + chunk.columns() * CellSize.WIDTH + " " + CellSize.HEIGHT);
      xml.empty("path", "fill", Theme.hex(color), "d", chunk.path(0, 0)).end().end();
    }
  }
}
