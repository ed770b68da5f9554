package dev.mantra.indexer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static SearchQuery parse(String text) throws BadQueryException {
    return new QueryParser(text, new DateText(NOW, ZoneOffset.UTC)).parse();
  }

  /** Written so that one sees how it was understood. */
  private static String shown(QueryPart part) {
    return switch (part) {
      case QueryPart.All(var parts) ->
          parts.stream().map(QueryParserTest::shown).collect(Collectors.joining(" & ", "[", "]"));
      case QueryPart.Any(var parts) ->
          parts.stream().map(QueryParserTest::shown).collect(Collectors.joining(" | ", "[", "]"));
      case QueryPart.Not(var one) -> "!" + shown(one);
      case QueryPart.Word(var text) -> text;
      case QueryPart.Phrase(var text) -> "'" + text + "'";
      case QueryPart.Prefix(var text) -> text + "*";
      case QueryPart.Stem(var word) -> "~" + word;
      case QueryPart.Fact(var field, var value) -> field.word() + "=" + value;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "token; token",
        "token expired; [token & expired]",
        "token AND expired; [token & expired]",
        "a OR b c; [a | [b & c]]",
        "(a | b) c; [[a | b] & c]",
        "-draft token; [!draft & token]",
        "NOT (a b); ![a & b]",
        "\"token expired\" auth*; ['token expired' & auth*]",
        "foo() main(a); [foo() & main(a)]",
        "(foo() bar); [foo() & bar]",
        "file:src/auth.ts tool:Bash,Edit; [file=src/auth.ts & [tool=Bash | tool=Edit]]",
        "project:\"my shop\"; project=my shop",
        "error: 12:30 http://x a:b; [error: & 12:30 & http://x & a:b]",
        "--dry-run -v; [--dry-run & !v]",
        "``; []",
        "kind:user token; token",
      })
  void aQueryIsUnderstood(String text, String expected) throws BadQueryException {
    assertEquals(expected, shown(parse(text).part()));
  }

  @Test
  void whatIsForTheWholeQueryIsKeptApart() throws BadQueryException {
    var query = parse("kind:user,assistant -kind:tool since:last thursday until:2026-11-20 token");
    assertEquals(Set.of("user", "assistant"), query.kinds());
    assertEquals(Set.of("tool"), query.otherKinds());
    assertEquals(Optional.of(Instant.parse("2026-11-19T00:00:00Z")), query.since());
    assertEquals(Optional.of(Instant.parse("2026-11-21T00:00:00Z")), query.until());
    assertEquals("token", shown(query.part()));
    var range = parse("on:2026-11-01..2026-11-03");
    assertEquals(Optional.of(Instant.parse("2026-11-01T00:00:00Z")), range.since());
    assertEquals(Optional.of(Instant.parse("2026-11-04T00:00:00Z")), range.until());
    assertEquals(Optional.empty(), parse("on:..yesterday").since());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "say \"hello; 4; not closed",
        "(a b; 0; not closed",
        "a b ); 4; nothing is open",
        "a OR; 2; behind OR",
        "OR a; 0; before OR",
        "x NOT; 2; behind NOT",
        "x agnet:claude; 2; did you mean agent:",
        "kind:users; 5; did you mean user?",
        "has:everything; 4; it may be failure",
        "a since:neverday; 8; no time",
        "a OR kind:user; 5; whole query",
        "(since:2w a); 1; whole query",
        "a*b*; 0; behind the beginning",
        "*; 0; behind the beginning",
      })
  void anErrorSaysWhereItIsAndWhatToDo(String text, int column, String message) {
    var problem = assertThrows(BadQueryException.class, () -> parse(text));
    assertEquals(column, problem.column(), problem.getMessage());
    assertTrue(String.valueOf(problem.getMessage()).contains(message), problem.getMessage());
  }

  @Property
  void anyTextIsAQueryOrRefused(@ForAll String text) {
    try {
      parse(text);
    } catch (BadQueryException e) {
      assertTrue(e.column() >= 0 && e.column() <= text.length());
    }
  }

  @Test
  void hostileQueriesAreRefused() {
    assertThrows(BadQueryException.class, () -> parse("(".repeat(900)));
    assertThrows(BadQueryException.class, () -> parse("a".repeat(10_000)));
    assertThrows(BadQueryException.class, () -> parse("a ".repeat(400)));
    assertThrows(BadQueryException.class, () -> parse("NOT ".repeat(100) + "a"));
  }
}
