package dev.mantra.replayer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads Markdown that agents and people wrote; of no text does that take much time or memory. */
final class RecordedMarkdown {

  /** In characters. A longer text is a file or a log rather than something said. */
  private static final int LONGEST = 200_000;

  private static final int DEEPEST = 40;

  /** As most readers understand Markdown. */
  private static final Parser USUAL = parser(List.of(TablesExtension.create()));

  /** As the standard has it: what stands in cells of tables may be something else there. */
  private static final Parser STRICT = parser(List.of());

  private RecordedMarkdown() {}

  /** What it says; empty for a text that is too long. */
  static Optional<Node> parse(String text) {
    return text.length() > LONGEST ? Optional.empty() : Optional.of(USUAL.parse(text));
  }

  static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** Where in the text there begins what acts on its own: HTML, and pictures that are fetched. */
  static List<Integer> live(String text) {
    var places = new ArrayList<Integer>();
    for (var parser : List.of(USUAL, STRICT)) {
      var document = parser.parse(text);
      for (Node node = document; node != null; node = next(node)) {
        switch (node) {
          case HtmlInline html -> brackets(html, text, places);
          case HtmlBlock html -> brackets(html, text, places);
          case Image image -> places.add(image.getSourceSpans().getFirst().getInputIndex());
          default -> {}
        }
      }
    }
    return places.stream().distinct().sorted().toList();
  }

  private static void brackets(Node html, String text, List<Integer> places) {
    for (var span : html.getSourceSpans()) {
      int end = span.getInputIndex() + span.getLength();
      for (int i = text.indexOf('<', span.getInputIndex());
          i >= 0 && i < end;
          i = text.indexOf('<', i + 1)) {
        places.add(i);
      }
    }
  }

  /** The node that begins after this one, in the order of the text. */
  private static @Nullable Node next(Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    var up = node;
    while (up != null && up.getNext() == null) {
      up = up.getParent();
    }
    return up == null ? null : up.getNext();
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(DEEPEST)
        .maxInlineNesting(DEEPEST)
        .build();
  }
}
