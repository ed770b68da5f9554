package dev.mantra.indexer.search;

import dev.mantra.indexer.LinePattern.Span;
import dev.mantra.indexer.search.LineTokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms in which something that is looked for may stand in a text: words at positions
 * one behind the other.
 */
record WordForm(List<String> words, Ending ending) {

  /** How the last word goes on. */
  enum Ending {
    WHOLE,
    ANY
  }

  WordForm {
    words = List.copyOf(words);
  }

  static WordForm whole(List<String> words) {
    return new WordForm(words, Ending.WHOLE);
  }

  static WordForm beginning(String word) {
    return new WordForm(List.of(word), Ending.ANY);
  }

  /** Where it stands in a line. */
  List<Span> in(LineTokens line) {
    var spans = new ArrayList<Span>();
    for (var token : line.tokens()) {
      if (fits(0, token)) {
        int end = end(line, token);
        if (end >= 0) {
          spans.add(new Span(token.from(), end));
        }
      }
    }
    return spans;
  }

  /** Where the words end that begin with one; -1 when they do not go on from it. */
  private int end(LineTokens line, Token first) {
    var last = first;
    for (int i = 1; i < words.size(); i++) {
      var next = next(line, i, last.position() + 1);
      if (next == null) {
        return -1;
      }
      last = next;
    }
    return last.to();
  }

  private @Nullable Token next(LineTokens line, int word, int position) {
    for (var token : line.tokens()) {
      if (token.position() == position && fits(word, token)) {
        return token;
      }
    }
    return null;
  }

  private boolean fits(int word, Token token) {
    var text = words.get(word);
    return (ending == Ending.ANY && word == words.size() - 1)
        ? token.text().startsWith(text)
        : token.text().equals(text);
  }
}
