package dev.mantra.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text as the analyzer sees them.
 *
 * @param length of the text, in characters
 */
record LineTokens(List<Token> tokens, int length) {

  /** A word, its position among the words, and where it stands. */
  record Token(String text, int position, int from, int to) {}

  static LineTokens of(CodeAnalyzer analyzer, String text) {
    var tokens = new ArrayList<Token>();
    try (var stream = analyzer.tokenStream(Fields.TEXT, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LineTokens(tokens, text.length());
  }

  /** The first word at each position. */
  List<String> sequence() {
    var sequence = new ArrayList<String>();
    int last = -1;
    for (var token : tokens) {
      if (token.position() != last) {
        sequence.add(token.text());
        last = token.position();
      }
    }
    return sequence;
  }
}
