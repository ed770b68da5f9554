package dev.mantra.indexer.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Words of what stands in terminals: code, paths, versions and prose.
 *
 * <p>What is written together is a <em>run</em>: {@code src/getUser_name.ts}. It becomes its parts
 * in a row ({@code src get user name ts}), and beside the first of their parts the run as a whole
 * and the names in it ({@code src/getuser_name.ts getuser_name}). Digits do not part anything, so
 * that a hash is one word. Text that is written without blanks becomes pairs of characters. All is
 * in small letters, and nothing is stemmed.
 */
final class CodeTokenizer extends Tokenizer {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private final Runs runs = new Runs();
  private char[] text = new char[1024];
  private int length;
  private boolean isRead;

  @Override
  public boolean incrementToken() throws IOException {
    if (!isRead) {
      read();
      runs.begin(text, length);
      isRead = true;
    }
    if (!runs.next()) {
      return false;
    }
    clearAttributes();
    int from = runs.from();
    int to = runs.to();
    term.resizeBuffer(to - from);
    lowerCase(from, to);
    offset.setOffset(correctOffset(from), correctOffset(to));
    increment.setPositionIncrement(runs.increment());
    return true;
  }

  private void lowerCase(int from, int to) {
    var buffer = term.buffer();
    int out = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      buffer[out++] =
          c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c) : Character.toLowerCase(c);
    }
    term.setLength(out);
  }

  private void read() throws IOException {
    length = 0;
    for (int count = input.read(text, 0, text.length);
        count >= 0;
        count = input.read(text, length, text.length - length)) {
      length += count;
      if (length == text.length) {
        text = Arrays.copyOf(text, 2 * text.length);
      }
    }
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(length);
    offset.setOffset(end, end);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    isRead = false;
  }
}
