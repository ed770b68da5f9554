package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class SequencesTest {
  private final String token = new Invented(31).codeHostToken();

  @Test
  void coloursAndLinksAreLeftOutAndWhatLinksSayComesBehind() {
    var text =
        "a\u001b[1;31mb\u001b]8;;http://c\u001b\\d\u001b]8;;\u001b\\e\u001b(Bf\u001b7g\u001b[";
    assertEquals("abdefg\n8;;http://c\n8;;", Sequences.leftOut(Page.of(text)).orElseThrow().text());
    assertTrue(Sequences.leftOut(Page.of("plain")).isEmpty());
  }

  @Test
  void aSecretWithColoursInItIsFoundByRulesAndByValue() {
    var text =
        "GH_TOKEN=" + token.substring(0, 9) + "\u001b[1;32m" + token.substring(9) + "\u001b[0m.\n";
    assertEquals(List.of(token), byRules(text));
    assertEquals(List.of(token), byValue(text));
  }

  @Test
  void aSecretInATitleIsFound() {
    var text = "one\n\u001b]0;deploy --token " + token + "\u0007two\n";
    assertEquals(List.of(token), byRules(text));
    assertEquals(List.of(token), byValue(text));
  }

  @Property
  void whateverItIsAllOfItsCharactersAreThoseOfTheText(
      @ForAll @StringLength(max = 60) @CharRange(from = '\u0007', to = '~') String text,
      @ForAll @IntRange(max = 59) int place) {
    int at = Math.min(place, text.length());
    var broken = text.substring(0, at) + "\u001b" + text.substring(at);
    var plain = Sequences.leftOut(Page.of(broken)).orElseThrow();
    for (int i = 0; i < plain.text().length(); i++) {
      char c = plain.text().charAt(i);
      assertTrue(c == '\n' || c == broken.charAt(plain.origin(i)), broken);
    }
  }

  private static List<String> byRules(String text) {
    var detector = new PageDetector(new Detector(Rules.standard()));
    return detector.find(Page.of(text)).stream().map(one -> one.value(text)).distinct().toList();
  }

  private List<String> byValue(String text) {
    var known = new KnownValues();
    known.add(1, token);
    List<String> found = new ArrayList<>();
    new KnownValueSearch(known)
        .find(
            Page.of(text), (_, spans, _, _) -> found.add(new Finding("known", spans).value(text)));
    return found.stream().distinct().toList();
  }
}
