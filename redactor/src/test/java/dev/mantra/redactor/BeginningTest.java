package dev.mantra.redactor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class BeginningTest {

  @Property
  void nothingIsRefusedThatTheExpressionMatches(
      @ForAll("expressions") String source, @ForAll("texts") String text) {
    Pattern expression;
    try {
      expression = Pattern.compile(source);
    } catch (PatternSyntaxException _) {
      Assume.that(false);
      return;
    }
    if (expression.matcher(text).lookingAt()) {
      assertTrue(Beginning.of(source).mayStandAt(new Text(text), 0));
    }
  }

  @Test
  void whatHasAnotherCharacterOrTooFewIsRefused() {
    var beginning = Beginning.of("[A-Fa-f0-9]{4}\\.x+[a-z]*");
    assertTrue(beginning.mayStandAt(new Text("..09aF.x"), 2));
    for (var other : List.of("..09aF.y", "..09aG.x", "..09aF-x", "..09aF.", "..09a\u0146.x")) {
      assertFalse(beginning.mayStandAt(new Text(other), 2), other);
    }
  }

  @Test
  void whatIsNotUnderstoodRefusesNothing() {
    for (var source : List.of("(?i)key", "[^a]{4}", "\\d{4}", ".x", "a|b", "[[:alpha:]]x", "^a")) {
      assertTrue(Beginning.of(source).mayStandAt(new Text("?"), 0), source);
    }
  }

  @Test
  void nearlyAllTokensOfTheRulesAreToldByTheirBeginning() {
    var bodies =
        Rules.standard().all().stream()
            .filter(TokenRule.class::isInstance)
            .map(rule -> ((TokenRule) rule).body())
            .toList();
    var none = new Text("\u2500".repeat(50));
    long told = bodies.stream().filter(body -> !body.mayMatchAt(none, 0)).count();
    assertTrue(told * 10 > bodies.size() * 9L, told + " of " + bodies.size());
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "a", "b", "-", "[ab]", "[a-c]", "[^a]", "[-a]", "[b-]", "[a.]", "\\.", "\\d", ".",
            "(a)", "(?:b|c)", "|", "{2}", "{2,}", "{0,1}", "{0}", "{,2}", "{", "*", "+", "?", "$",
            "^")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abc.-1{|\u00e9").ofMaxLength(10);
  }
}
