package dev.mantra.indexer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeAnalyzerTest {

  /** The words, those at one position with a slash between them. */
  private static String words(String text) throws IOException {
    var words = new StringBuilder();
    try (var analyzer = new CodeAnalyzer();
        var tokens = analyzer.tokenStream("text", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.append(words.isEmpty() ? "" : increment.getPositionIncrement() == 0 ? "|" : " ");
        words.append(term);
      }
      tokens.end();
    }
    return words.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Token expired.; token expired",
        "getUserName; get|getusername user name",
        "token_refresh; token|token_refresh refresh",
        "HTTPServer; http|httpserver server",
        "src/auth.ts:12; src|src/auth.ts:12 auth ts 12",
        "lib/getUser.ts; lib|lib/getuser.ts get|getuser user ts",
        "v1.24.3; v1|v1.24.3 24 3",
        "3f9a2b1c9d; 3f9a2b1c9d",
        "sha256sum utf8; sha256sum utf8",
        "error: no such file; error no such file",
        "--dry-run; dry|dry-run run",
        "__init__; init",
        "a=b, (c) [d]; a b c d",
        "Größe ÉCOLE; größe école",
        "日本語 text; 日本 本語 text",
        "語; 語",
        "ファイルを開く; ファ ァイ イル ルを を開 開く",
        "x日本y; x 日本 y",
        "│ boxed ─ text │; boxed text",
        "🚀 launch; 🚀 launch",
        "it's; it s",
        "https://example.org/a-b; https example|example.org/a-b org a b",
      })
  void whatIsWrittenTogetherIsFoundInPartsAndAsAWhole(String text, String expected)
      throws IOException {
    assertEquals(expected, words(text));
  }

  @Property
  void offsetsLieInTheTextAndPositionsGoOn(@ForAll String text) throws IOException {
    try (var analyzer = new CodeAnalyzer();
        var tokens = analyzer.tokenStream("text", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      var increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int last = 0;
      boolean isFirst = true;
      while (tokens.incrementToken()) {
        assertTrue(offset.startOffset() >= last && offset.endOffset() <= text.length());
        assertEquals(term.length(), offset.endOffset() - offset.startOffset());
        assertTrue(!isFirst || increment.getPositionIncrement() == 1);
        last = offset.startOffset();
        isFirst = false;
      }
    }
  }

  @Property
  void aTextOfManyRunsHasTheWordsOfEach(@ForAll String one, @ForAll String other)
      throws IOException {
    assertEquals((words(one) + " " + words(other)).strip(), words(one + " " + other));
  }
}
