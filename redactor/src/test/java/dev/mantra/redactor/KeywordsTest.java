package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class KeywordsTest {

  @Property
  void allWordsAreFoundWhereverTheyStand(
      @ForAll("texts") String text, @ForAll("words") List<String> words) {
    assertEquals(placesOneByOne(text, words), places(text, words));
  }

  @Test
  void aWordIsFoundInCapitalsAndAtBothEnds() {
    assertEquals(List.of("0 key", "4 key"), places("KEY Key", List.of("key")));
  }

  @Test
  void wordsOfOneCharacterAndOfOtherScriptsAreFound() {
    assertEquals(
        List.of("0 \u5bc6\u7801", "3 @", "4 @"),
        places("\u5bc6\u7801 @@", List.of("@", "\u5bc6\u7801")));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abAB_-\u00e9\u2500\u5bc6 ").ofMaxLength(60);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withChars("ab_-\u2500\u5bc6")
        .ofMinLength(1)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static List<String> places(String text, List<String> words) {
    var builder = new Keywords.Builder<String>();
    words.forEach(word -> builder.add(word, word));
    var found = new TreeSet<String>();
    builder
        .build()
        .search(
            new Text(text),
            (start, end, meanings) ->
                meanings.forEach(
                    word -> {
                      assertEquals(word.length(), end - start);
                      found.add(start + " " + word);
                    }));
    return List.copyOf(found);
  }

  private static List<String> placesOneByOne(String text, List<String> words) {
    var small = text.toLowerCase(Locale.ROOT);
    var found = new TreeSet<String>();
    for (var word : words) {
      for (int at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
        found.add(at + " " + word);
      }
    }
    return List.copyOf(found);
  }
}
