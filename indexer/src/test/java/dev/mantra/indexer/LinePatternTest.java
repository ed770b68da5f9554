package dev.mantra.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.mantra.indexer.GrepQuery.Selection;
import dev.mantra.indexer.RequiredLiterals.Case;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "token expired              ; token expired",
        "error: .* in line [0-9]+   ; ' in line '",
        "auth\\.ts                  ; auth.ts",
        "(foo|barn)                 ; foo,barn",
        "(foo|barn)x                ; foox,barnx",
        "(?:ab)+cd                  ; ab",
        "^Tests? failed$            ; ' failed'",
        "a{3}bcd                    ; bcd",
        "[0-9]+px                   ; px",
        "(?P<name>key)=             ; key=",
        "x*yz                       ; yz",
      })
  void aTextThatEveryMatchHasIsKnown(String regex, String expected) {
    var literals = RequiredLiterals.of(regex.strip(), Case.EXACT).orElseThrow().texts();
    assertEquals(Set.of(expected.replace("'", "").split(",")), literals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".*", "a", "x|", "(ab)?", "[a-z]+", "(?s)ab", "\\Qab\\E", "ab|[cd]", "ab{0,2}|c"})
  void whereNothingIsSureNothingIsClaimed(String regex) {
    assertTrue(RequiredLiterals.of(regex, Case.EXACT).isEmpty());
  }

  @Test
  void lettersWithManyCasesAreNoPartOfATextWithoutCase() {
    assertEquals(Set.of("to"), RequiredLiterals.of("Toks", Case.IGNORED).orElseThrow().texts());
    assertEquals(
        List.of(0, 1), hits(ignoringCase("toks"), Selection.MATCHING, "TOKS", "to\u212a\u017f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "^b",
        "(?i)K\\d",
        "\\d\\d:\\d\\d",
        "[^ab1]{3}",
        "\\bab\\b",
        "\\pL\\d",
        "a|^$",
        "ab.*1",
        "[[:digit:]]k"
      })
  void inALargeTextTheSameIsFound(String regex) throws Exception {
    var random = new Random(20261129);
    var parts = List.of("a", "b", "ab", "k", "\u212a", "1", "23:45", " ", "é", "日本");
    var lines = new ArrayList<String>();
    for (int i = 0; i < 150_000; i++) {
      var line = new StringBuilder();
      for (int j = random.nextInt(10); j > 0; j--) {
        line.append(parts.get(random.nextInt(parts.size())));
      }
      lines.add(line.toString());
    }
    assertLikeRe2(regex, lines);
  }

  @Property
  void whatIsFoundIsWhatALookAtEachLineFinds(
      @ForAll("expressions") String regex, @ForAll("texts") List<String> lines) throws Exception {
    assertLikeRe2(regex, lines);
  }

  @Property
  void withoutCaseAsWell(@ForAll("expressions") String regex, @ForAll("texts") List<String> lines) {
    var oracle = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    var expected =
        IntStream.range(0, lines.size())
            .filter(i -> oracle.matcher(lines.get(i)).find())
            .boxed()
            .toList();
    var found = hits(ignoringCase(regex), Selection.MATCHING, lines.toArray(String[]::new));
    assertEquals(expected, found, regex);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    var line =
        Arbitraries.of("ab", "abc", "A", "b", "k", "S", "\u212a", "ſ", "日本", " ", "é", "[", "1")
            .list()
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    return line.list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.recursive(
        () ->
            Arbitraries.of(
                "ab",
                "abc",
                "a",
                "b",
                "k",
                "s",
                "日本",
                "é",
                "1",
                "\\[",
                "[ab]",
                "[^a]",
                ".",
                "\\d",
                "^",
                "$",
                "\\b",
                "\\x61",
                "[[:alpha:]]",
                "(?i)ab",
                "\\pL",
                "[]a]",
                "[^]a]"),
        LinePatternTest::larger,
        0,
        4);
  }

  private static Arbitrary<String> larger(Arbitrary<String> part) {
    return Arbitraries.oneOf(
        part.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("", parts)),
        part.list().ofSize(2).map(parts -> String.join("|", parts)),
        part.map(one -> "(" + one + ")"),
        part.map(one -> "(?:" + one + ")+"),
        part.map(one -> "(" + one + ")*?"),
        part.map(one -> "(?:" + one + "|ab){0,2}"),
        part.map(one -> "(?:" + one + "){2}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "a**", "(?<na me>x)", "a{2,1}", "\\", "(?!x)", "\\1"})
  void whatIsNoExpressionIsExplained(String regex) {
    var problem = assertThrows(BadPatternException.class, () -> LinePattern.of(regex));
    var reason = String.valueOf(problem.getMessage());
    assertTrue(reason.startsWith("/" + regex + "/ is no RE2"), reason);
  }

  static List<String> hostile() {
    var all = new ArrayList<String>();
    all.add("(a{1,1000}){1,1000}");
    all.add("((a{100}){100}){100}");
    all.add("(".repeat(499) + "a" + ")".repeat(499));
    all.add("(".repeat(100_000));
    all.add("a".repeat(1_000_000));
    all.add("(x+x+)+y");
    all.add("(a|a)*b");
    all.add("(.*?,){15}P");
    all.add("(a?){100}a{100}");
    all.add("(.*)*(.*)*(.*)*$x");
    all.add("([a-z]+)*[0-9]");
    all.add("\\pL{500}\\pN");
    all.add("(?i)" + "[^k]".repeat(200));
    all.add(".*".repeat(200) + "x");
    all.add("(\\w+\\s?)+!");
    all.add("[[:^alpha:]]{1000}");
    all.add("(|a|b|c){900}");
    all.add("a|".repeat(499) + "a");
    all.add("(((((((((a?)?)?)?)?)?)?)?)?)?{1000}");
    return all;
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String regex) {
    var text = "a".repeat(5_000) + " " + "x".repeat(5_000) + ",".repeat(2_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try {
            hits(LinePattern.of(regex), Selection.MATCHING, text, "short");
          } catch (BadPatternException e) {
            assertTrue(String.valueOf(e.getMessage()).length() < 2000);
          }
        });
  }

  @Test
  void spansAreCharactersOfTheLine() throws Exception {
    assertEquals(
        List.of(new LinePattern.Span(2, 4), new LinePattern.Span(5, 7)),
        LinePattern.of("[a-z]{2}|").spans("日 ab cd"));
  }

  /** A clock on which a second is over after so many looks at it. */
  private static LinePattern impatient(String regex, int looks) throws BadPatternException {
    var now = new AtomicLong();
    return LinePattern.of(regex).withPatience(() -> now.addAndGet(1_000_000_000L / looks));
  }

  @Test
  void anExpressionThatIsSlowOnALineIsGivenUp() throws Exception {
    var pattern = impatient(".{0,999}x", 20);
    var line = "a".repeat(100_000);
    assertThrows(
        Patience.Exhausted.class, () -> hits(pattern, Selection.MATCHING, line + "y", line + "x"));
  }

  @Test
  void aSmallExpressionIsNotGivenUpWhereTheMachineKeepsItWaiting() throws Exception {
    var pattern = impatient("", 20);
    var lines = new String[1000];
    Arrays.fill(
        lines, "an ordinary line of a terminal, which is seldom longer than eighty letters");
    assertEquals(1000, hits(pattern, Selection.MATCHING, lines).size());
  }

  @Test
  void linesThatTakeNoLongerThanOthersAreNeverGivenUp() throws Exception {
    var lines = new String[20_000];
    Arrays.fill(lines, "a".repeat(200) + "x");
    assertEquals(
        lines.length, hits(impatient("(a|b){0,99}x", 5_000), Selection.MATCHING, lines).size());
  }

  @Test
  void shortLinesThatTakeLongAreCountedTogether() throws Exception {
    var lines = new String[1000];
    Arrays.fill(lines, "a".repeat(200) + "x");
    assertThrows(
        Patience.Exhausted.class,
        () -> hits(impatient("(a|b){0,99}x", 500), Selection.MATCHING, lines));
  }

  @Test
  void slowLinesAreCountedTogether() throws Exception {
    var line = "a".repeat(40_000) + "x";
    var lines = new String[100];
    Arrays.fill(lines, line);
    assertEquals(1, hits(impatient(".{0,99}x", 5_000), Selection.MATCHING, line).size());
    assertThrows(
        Patience.Exhausted.class,
        () -> hits(impatient(".{0,99}x", 5_000), Selection.MATCHING, lines));
  }

  @Test
  void slowLinesOfAllSessionsAreCountedTogether() throws Exception {
    var pattern = impatient(".{0,99}x", 5_000);
    var line = "a".repeat(40_000) + "x";
    assertEquals(1, hits(pattern, Selection.MATCHING, line).size());
    assertThrows(
        Patience.Exhausted.class,
        () -> {
          for (int session = 0; session < 100; session++) {
            hits(pattern, Selection.MATCHING, line);
          }
        });
  }

  @Test
  void whatIsColouredEndsWherePatienceEnds() throws Exception {
    var line = "ax".repeat(100_000);
    var spans = impatient("[^x]{0,99}x", 100).spans(line);
    assertTrue(!spans.isEmpty() && spans.size() < 100_000, spans.size() + " spans");
  }

  private static LinePattern ignoringCase(String regex) {
    try {
      return LinePattern.ignoringCase(regex);
    } catch (BadPatternException e) {
      throw new AssertionError(e);
    }
  }

  /** Looks at each line by itself, for what has a match and for what has none. */
  private static void assertLikeRe2(String regex, List<String> lines) throws Exception {
    var oracle = Pattern.compile(regex);
    for (var selection : Selection.values()) {
      var expected =
          IntStream.range(0, lines.size())
              .filter(i -> oracle.matcher(lines.get(i)).find() == (selection == Selection.MATCHING))
              .boxed()
              .toList();
      assertEquals(
          expected, hits(LinePattern.of(regex), selection, lines.toArray(String[]::new)), regex);
    }
  }

  /** The numbers of the lines that are hits. */
  private static List<Integer> hits(LinePattern pattern, Selection selection, String... lines) {
    var text = new PlainText(List.of(lines), Integer.MAX_VALUE);
    var found = new ArrayList<Integer>();
    for (var blocks = text.blocks(); blocks.hasNext(); ) {
      var block = blocks.next();
      var places = block.places();
      var scan = new LineScan(pattern.matcher(), selection, block);
      for (int hit = scan.next(); hit != LineScan.NONE; hit = scan.next()) {
        found.add((int) places.at(hit).number());
      }
    }
    return found;
  }
}
