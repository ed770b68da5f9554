package dev.mantra.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Tells the forms in which what is looked for may stand in a text, the best first: none when there
 * is no word in it.
 */
final class WordForms {

  /** So many digits of a commit's name are enough to name it. */
  private static final String SHORT_HASH = "(?=.*[0-9])[0-9a-f]{7,39}";

  /** A beginning that is shorter would be that of too many words. */
  private static final int SHORTEST_STEM = 3;

  private final CodeAnalyzer analyzer;

  WordForms(CodeAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Of words one behind the other. */
  List<WordForm> phrase(String text) {
    var words = LineTokens.of(analyzer, text).sequence();
    return words.isEmpty() ? List.of() : List.of(WordForm.whole(words));
  }

  /** Of the beginning of a word. */
  List<WordForm> beginning(String text) {
    return List.of(WordForm.beginning(text.toLowerCase(Locale.ROOT)));
  }

  /** Of something written together: as a whole, and as its parts. */
  List<WordForm> word(String text) {
    var tokens = LineTokens.of(analyzer, text);
    var parts = tokens.sequence();
    var forms = new ArrayList<WordForm>();
    if (parts.size() > 1) {
      var run = tokens.tokens().get(1);
      if (run.position() == 0) {
        forms.add(WordForm.whole(List.of(run.text())));
      }
    }
    if (!parts.isEmpty()) {
      forms.add(WordForm.whole(parts));
    }
    if (parts.size() == 1) {
      var only = parts.getFirst();
      if (only.matches(SHORT_HASH) || isOneDenseCharacter(only)) {
        forms.add(WordForm.beginning(only));
      }
    }
    return forms;
  }

  private static boolean isOneDenseCharacter(String word) {
    var characters = word.toCharArray();
    return word.codePointCount(0, word.length()) == 1
        && Letters.isDense(characters, 0, characters.length);
  }

  /** Of a word of ordinary language. */
  List<WordForm> stem(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    var stem = stemmer.getCurrent();
    var exact = WordForm.whole(List.of(word));
    return stem.length() < SHORTEST_STEM || !word.startsWith(stem)
        ? List.of(exact)
        : List.of(exact, WordForm.beginning(stem));
  }
}
