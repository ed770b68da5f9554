package dev.mantra.replayer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mantra.replayer.EscapedText;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text is put into Markdown, what stands around it means what it meant. */
class MarkdownTest {

  private static final Parser PARSER = Parser.builder().build();

  /** Pieces that mean something, in any order. */
  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.of(
            "`",
            "```",
            "````",
            "~~~",
            "\n",
            "\n\n",
            "\t",
            " ",
            "    ",
            "<b>",
            "</details>",
            "<!--",
            "-->",
            "<script>",
            "![a](b)",
            "[a]: b",
            "*",
            "_",
            "# ",
            "- ",
            "> ",
            "1. ",
            "|",
            "\\",
            "&lt;",
            "a",
            "=",
            "---",
            "<?",
            "<a href='x'>",
            "\u001b",
            "\ud800",
            "\u202e",
            "<http://a>")
        .list()
        .ofMaxSize(24)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void aFenceHoldsItsText(@ForAll("marked") String text) {
    var block = between(Markdown.fence("text", text), FencedCodeBlock.class);
    var visible = EscapedText.lines(text);
    var end = visible.isEmpty() || visible.endsWith("\n") ? "" : "\n";
    assertEquals(visible + end, block.getLiteral());
  }

  @Property
  void aQuoteHoldsItsTextAndNothingInItActs(@ForAll("marked") String text) {
    var quoted = InertMarkdown.quoted(text);
    if (!quoted.isBlank()) {
      between(quoted, BlockQuote.class);
    }
    assertEquals(List.of(), RecordedMarkdown.live(quoted));
  }

  @Property
  void aCodeSpanHoldsItsText(@ForAll("marked") String text) {
    var paragraph = between(Markdown.code("x" + text + "x") + "\n", Paragraph.class);
    var code = assertInstanceOf(Code.class, paragraph.getFirstChild());
    assertEquals("x" + EscapedText.line(text) + "x", code.getLiteral());
    assertNull(code.getNext());
  }

  @Property
  void plainTextIsText(@ForAll("marked") String text) {
    var heading = between("# x" + Markdown.plain(text) + "x\n", Heading.class);
    var plain = new StringBuilder();
    for (var node = heading.getFirstChild(); node != null; node = node.getNext()) {
      plain.append(assertInstanceOf(Text.class, node).getLiteral());
    }
    assertEquals("x" + EscapedText.line(text) + "x", plain.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ">", "[", "*a_", "`", "<", "![", "- ", "<b>", "a\n", "&#x1b;"})
  void noTextTakesLong(String piece) {
    for (int length : new int[] {190_000, 1 << 20}) {
      var text = piece.repeat(length / piece.length());
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> InertMarkdown.quoted(text));
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.of(text));
    }
  }

  /** The one block there is between two paragraphs. */
  private static <T extends Node> T between(String markdown, Class<T> type) {
    var before = PARSER.parse("before\n\n" + markdown + "\nafter\n").getFirstChild();
    assertInstanceOf(Paragraph.class, before);
    var block = assertInstanceOf(type, before.getNext());
    var after = assertInstanceOf(Paragraph.class, block.getNext());
    assertNotNull(after.getFirstChild());
    assertNull(after.getNext());
    return block;
  }
}
