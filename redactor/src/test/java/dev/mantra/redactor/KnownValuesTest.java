package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class KnownValuesTest {
  private final String value = new Invented(3).password() + "&x";

  @Test
  void aValueIsFoundInEveryNotation() {
    var bytes = ("user:" + value).getBytes(StandardCharsets.UTF_8);
    assertFound(value);
    assertFound(URLEncoder.encode(value, StandardCharsets.UTF_8));
    assertFound(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    assertFound(Base64.getEncoder().encodeToString(bytes));
    assertFound(Base64.getUrlEncoder().encodeToString(bytes));
    assertFound(java.util.HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aTellingPartOfAValueIsFound() {
    var token = new Invented(5).codeHostToken();
    assertEquals(
        List.of(token.substring(9, 22)), found(token, "… " + token.substring(9, 22) + " …"));
  }

  @Test
  void aWordOfAPassphraseIsNoPartThatTells() {
    assertEquals(List.of(), found("velvet-thunder-orbital-cabbage77", "a thunder-storm"));
  }

  @Test
  void aShortPartIsNotTakenForTheValue() {
    assertEquals(List.of(), found("k7Qx81Zpq0Lm", "k7Qx8 and 1Zpq0"));
  }

  @Property
  void whatIsAddedIsFoundAnywhere(
      @ForAll @LongRange long seed,
      @ForAll @StringLength(max = 40) String before,
      @ForAll @StringLength(max = 40) String after,
      @ForAll @IntRange(max = 3) int others) {
    var invented = new Invented(seed);
    var secret = invented.alphanumeric(6 + Math.floorMod(seed, 50));
    Assume.that(!Placeholder.isOne(secret)); // chance may make a word of one
    var known = new KnownValues();
    for (int i = 0; i < others; i++) {
      known.add(i + 2, invented.password());
    }
    known.add(1, secret);
    var text = before + secret + after;
    var covered = new boolean[text.length()];
    known.find(text, (_, start, end, _, _) -> java.util.Arrays.fill(covered, start, end, true));
    for (int i = before.length(); i < before.length() + secret.length(); i++) {
      assertTrue(covered[i], text);
    }
  }

  @Property(tries = 300)
  void aTextThatIsPassedOverHasNothingToBeFound(
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 3, max = 90) int width,
      @ForAll @IntRange(min = 0, max = 9) int indent) {
    var secret = new Invented(seed).codeHostToken();
    var known = new KnownValues();
    known.add(1, secret);
    var cut =
        ("say " + secret + " now").replaceAll("(.{" + width + "})", "$1  \n" + " ".repeat(indent));
    List<Span> found = new ArrayList<>();
    new KnownValueSearch(known).find(Page.of(cut), (_, spans, _, _) -> found.addAll(spans));
    assertEquals(!found.isEmpty(), known.mayStandIn(cut.toCharArray()), cut);
    assertTrue(!found.isEmpty(), cut);
  }

  private void assertFound(String written) {
    var text = "before " + written + " after";
    var left = new StringBuilder(text);
    var known = new KnownValues();
    known.add(1, value);
    known.find(
        text,
        (_, start, end, _, _) -> {
          for (int i = start; i < end; i++) {
            left.setCharAt(i, '*');
          }
        });
    long open = left.chars().filter(c -> c != '*').count();
    assertTrue(open <= "before  after".length() + 10, () -> left.toString());
  }

  private static List<String> found(String secret, String text) {
    var known = new KnownValues();
    known.add(1, secret);
    List<String> found = new ArrayList<>();
    known.find(text, (_, start, end, _, _) -> found.add(text.substring(start, end)));
    return found;
  }
}
