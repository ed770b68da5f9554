package dev.mantra.indexer.automaton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineAutomatonTest {

  private static final List<String> LINES =
      List.of(
          "",
          "a",
          "b",
          "ab",
          "aab",
          "ba",
          " a",
          "a ",
          "A",
          "K",
          "k",
          "\u212a",
          "s\u017f",
          "1",
          "12:34",
          "x-1_y",
          "]",
          "^",
          "-",
          "\t",
          "é",
          "日本",
          "😀",
          "a😀b",
          "a\u0000b",
          "\u0001",
          "\\",
          "{2}",
          "aaaa",
          "a.b");

  @Property(tries = 20_000)
  void findsEachLineThatRe2Finds(
      @ForAll("expressions") String regex,
      @ForAll boolean ignoresCase,
      @ForAll("texts") List<String> lines) {
    Pattern oracle;
    try {
      oracle = Pattern.compile(regex, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
    } catch (PatternSyntaxException e) {
      return;
    }
    compare(regex, ignoresCase, oracle, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^",
        "$",
        "^$",
        "^a$",
        "a$|^b",
        "(^|-)1",
        "(a+)+$",
        "(a|a)*b",
        "[^a]",
        "[^\\n]$",
        "[]a]",
        "[^]a]",
        "[a-]",
        "[-a]",
        "[\\d-]",
        "\\d\\d:\\d\\d",
        "\\bab\\b",
        "\\W",
        "\\S+$",
        "^\\s",
        ".",
        "^.$",
        "^..$",
        "^[^a-z]$",
        "\\x61",
        "\\x{1F600}",
        "[\\x{0}-\\x{10ffff}]",
        "a{2}",
        "a{2,}",
        "a{0}",
        "a{0,2}$",
        "(?:ab)?$",
        "(?P<n>a)b",
        "a*?b",
        "a??b",
        "é|日",
        "\\.",
        "\\\\",
        "\\-",
        "(?i:a)",
        "(?s).",
        "\\pL",
        "^\\PL\\d",
        "\\p{Greek}|k$",
        "[[:alpha:]]",
        "\\Qa\\E",
        "a|",
        "()",
        "(a|)b",
        "k",
        "[j-l]",
        "[^k]",
        "s{2}",
        "\\w$",
        "\\D",
        "[\\D]",
        "[^\\D]",
        "[\\s\\S]",
        "[^\\s\\S]",
        "a^b",
        "a$b",
        "^^a",
        "a$$",
      })
  void knowsTheSyntax(String regex) {
    for (boolean ignoresCase : new boolean[] {false, true}) {
      var oracle = Pattern.compile(regex, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
      compare(regex, ignoresCase, oracle, LINES);
      for (var line : LINES) {
        compare(regex, ignoresCase, oracle, List.of(line));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|a)*b",
        "(.*)*x",
        "(.*a){20}",
        "((a*)*)*",
        "[\\x{0}-\\x{10ffff}]{50}",
        "(\\w+\\s+)+$",
        "\\d\\d:\\d\\d"
      })
  void whatIsSlowForOthersIsDoneByItself(String regex) {
    assertTrue(LineAutomaton.of(regex, false).orElseThrow().isExact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|b)*a(a|b){30}", "[^x]*x.{40}", "[[:alpha:]]", "(?s)a", "\\bx*"})
  void whatWouldBecomeLargeOrIsNotKnownIsLeftToOthers(String regex) {
    assertTrue(LineAutomaton.of(regex, false).isEmpty());
  }

  private static void compare(
      String regex, boolean ignoresCase, Pattern oracle, List<String> lines) {
    var made = LineAutomaton.of(regex, ignoresCase);
    if (made.isEmpty()) {
      return;
    }
    var automaton = made.get();
    var expected = new ArrayList<Integer>();
    var told = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var bytes = lines.get(i).getBytes(UTF_8);
      boolean isThere = oracle.matcher(lines.get(i)).find();
      boolean isFound = automaton.finds(bytes, 0, bytes.length);
      assertTrue(isFound || !isThere, () -> "/" + regex + "/ is not found");
      assertTrue(isThere || !isFound || !automaton.isExact(), () -> "/" + regex + "/ is found");
      if (isFound) {
        told.add(i);
      }
      if (isThere) {
        expected.add(i);
      }
    }
    assertEquals(told, allFound(automaton, lines), regex);
    if (automaton.isExact()) {
      assertEquals(expected, told, regex);
    }
  }

  /** The lines that are found when they are gone through in one text. */
  private static List<Integer> allFound(LineAutomaton automaton, List<String> lines) {
    var text = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    var found = new ArrayList<Integer>();
    int line = 0;
    int begin = 0;
    for (int from = 0; from < text.length; ) {
      int place = automaton.find(text, from, text.length);
      if (place < 0) {
        break;
      }
      int end = begin;
      while (text[end] != '\n' || end < place) {
        if (text[end] == '\n') {
          line++;
          begin = end + 1;
        }
        end++;
      }
      found.add(line);
      line++;
      begin = end + 1;
      from = begin;
    }
    return found;
  }

  @Provide
  Arbitrary<String> expressions() {
    var atoms =
        Arbitraries.of(
            "a", "b", "k", "é", ".", "[ab]", "[^a]", "\\d", "\\w", "\\W", "\\s", "^", "$", "\\b",
            "-", "1", "(a|b)", "(^a)", "[^\\d-]", "日", "\\A", "()");
    var repeated =
        Combinators.combine(
                atoms, Arbitraries.of("", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "*?"))
            .as((atom, times) -> "^$\\b\\A".contains(atom) ? atom : atom + times);
    var sequence = repeated.list().ofMaxSize(5).map(parts -> String.join("", parts));
    var grouped = sequence.map(inner -> "(?:" + inner + ")*");
    return Arbitraries.frequencyOf(Tuple.of(4, sequence), Tuple.of(1, grouped))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("|", parts));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "a", "b", "k", "K", "é", "日", "😀", "1", "-", " ", "_", "\t", "A", "\u212a")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
