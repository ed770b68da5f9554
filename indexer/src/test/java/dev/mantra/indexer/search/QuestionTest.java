package dev.mantra.indexer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Stem;
import dev.mantra.indexer.search.QueryPart.Word;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

  private static final DateText DATES =
      new DateText(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static SearchQuery read(String text) {
    return Question.read(text, DATES).orElseThrow();
  }

  @Test
  void aTimeAloneIsEnough() {
    var query = read("what did I work on last thursday");
    assertEquals(new All(List.of()), query.part());
    assertEquals(Optional.of(Instant.parse("2026-11-19T00:00:00Z")), query.since());
    assertEquals(Optional.of(Instant.parse("2026-11-20T00:00:00Z")), query.until());
  }

  @Test
  void theWordsThatTellSomethingRemain() {
    assertEquals(
        new All(List.of(new Stem("debugged"), new Stem("websocket"), new Stem("reconnection"))),
        read("the session in which I debugged the WebSocket reconnection").part());
    assertEquals(
        new All(List.of(new Stem("fix"), new Stem("auth"), new Stem("bug"))),
        read("Wait, how did I fix that auth bug last week?").part() instanceof All(var parts)
            ? new All(parts.stream().filter(part -> !part.equals(new Stem("wait"))).toList())
            : new All(List.of()));
  }

  @Test
  void aFileThatWasTouchedIsAFile() {
    assertEquals(
        new All(List.of(new Fact(QueryField.FILE, "auth.ts"))),
        read("every session that touched auth.ts").part());
    assertEquals(
        new All(List.of(new Stem("find"), new Word("auth.ts"))).parts().getLast(),
        ((All) read("where is auth.ts explained").part()).parts().getFirst());
  }

  @Test
  void whatWasAskedIsAPrompt() {
    var query = read("what I asked last tuesday");
    assertEquals(Set.of("user"), query.kinds());
    assertEquals(Optional.of(Instant.parse("2026-11-17T00:00:00Z")), query.since());
  }

  @Test
  void outputIsLookedForOnTheScreenFirst() {
    var query = read("the failing test's output");
    assertEquals(new All(List.of(new Stem("failing"), new Stem("test"))), query.part());
    assertTrue(query.wish().contains("line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token expired",
        "file:auth.ts the",
        "\"what did I\"",
        "a OR the",
        "npm test -the"
      })
  void whatIsWrittenAsAQueryIsNone(String text) {
    assertTrue(Question.read(text, DATES).isEmpty());
  }
}
