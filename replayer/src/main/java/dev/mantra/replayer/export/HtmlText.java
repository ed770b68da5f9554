package dev.mantra.replayer.export;

import dev.mantra.replayer.EscapedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown that was said as elements of a page. HTML in it is shown, links lead only to the web and
 * to mail, and of pictures there are links: nothing is fetched.
 */
final class HtmlText {

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br />\n")
          .nodeRendererFactory(Pictures::new)
          .build();

  private HtmlText() {}

  static String of(String text) {
    var visible = EscapedText.lines(text);
    return RecordedMarkdown.parse(visible)
        // Markdown names characters by numbers, too: so again
        .map(document -> EscapedText.lines(RENDERER.render(document)))
        .orElseGet(() -> "<pre>\n" + Markdown.escapedHtml(visible) + "</pre>\n");
  }

  private record Pictures(HtmlNodeRendererContext page) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      var address = page.urlSanitizer().sanitizeLinkUrl(((Image) node).getDestination());
      page.getWriter().tag("a", Map.of("href", page.encodeUrl(address), "rel", "nofollow"));
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        page.render(child);
      }
      page.getWriter().tag("/a");
    }
  }
}
