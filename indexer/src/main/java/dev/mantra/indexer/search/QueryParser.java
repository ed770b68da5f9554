package dev.mantra.indexer.search;

import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.QueryPart.Any;
import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Not;
import dev.mantra.indexer.search.QueryPart.Phrase;
import dev.mantra.indexer.search.QueryPart.Prefix;
import dev.mantra.indexer.search.QueryPart.Word;
import dev.mantra.indexer.search.SearchQuery.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Understands queries.
 *
 * <pre>
 *  any     = all { OR all }
 *  all     = part { part }
 *  part    = NOT part | ( any ) | field:value | "phrase" | prefix* | word
 * </pre>
 *
 * {@code kind:}, {@code since:}, {@code until:} and {@code on:} say which texts count at all, so
 * they stand outside of parentheses and of OR.
 */
final class QueryParser {

  /** What matches them takes memory that grows with each. */
  private static final int MOST_WILDCARDS = 10;

  private static final int LONGEST = 1000;
  private static final int MOST_PARTS = 64;
  private static final int DEEPEST = 20;
  private static final int DATE_WORDS = 4;

  private final String text;
  private final DateText dates;
  private final Set<String> kinds = new HashSet<>();
  private final Set<String> otherKinds = new HashSet<>();
  private Optional<Instant> since = Optional.empty();
  private Optional<Instant> until = Optional.empty();
  private List<QueryToken> tokens = List.of();
  private int at;
  private int parts;
  private int depth;

  QueryParser(String text, DateText dates) {
    this.text = text;
    this.dates = dates;
  }

  SearchQuery parse() throws BadQueryException {
    if (text.length() > LONGEST) {
      throw new BadQueryException(
          LONGEST, "the query has " + text.length() + " characters; " + LONGEST + " are allowed");
    }
    tokens = new QueryLexer(text).tokens();
    var part = any();
    var rest = token();
    if (rest.type() == TokenType.RIGHT) {
      throw new BadQueryException(rest.column(), "nothing is open that this ) could close");
    }
    return new SearchQuery(part, kinds, otherKinds, since, until, Demand.EVERYTHING, List.of());
  }

  private QueryToken token() {
    return tokens.get(at);
  }

  private QueryToken take() {
    return tokens.get(at++);
  }

  private QueryPart any() throws BadQueryException {
    var choices = new ArrayList<QueryPart>();
    choices.add(all(hasOrAhead() ? Place.INSIDE : place()));
    while (token().type() == TokenType.OR) {
      var or = take();
      if (choices.getLast() instanceof All(var none) && none.isEmpty()) {
        throw new BadQueryException(or.column(), "something is missing before OR");
      }
      choices.add(all(Place.INSIDE));
      if (choices.getLast() instanceof All(var none) && none.isEmpty()) {
        throw new BadQueryException(or.column(), "something is missing behind OR");
      }
    }
    return choices.size() == 1 ? choices.getFirst() : new Any(choices);
  }

  /** Where a part stands. */
  private enum Place {
    OUTSIDE,
    INSIDE
  }

  private Place place() {
    return depth == 0 ? Place.OUTSIDE : Place.INSIDE;
  }

  /** Whether what begins here is one of several choices. */
  private boolean hasOrAhead() {
    int open = 0;
    for (int i = at; i < tokens.size(); i++) {
      switch (tokens.get(i).type()) {
        case LEFT -> open++;
        case RIGHT -> open--;
        case OR -> {
          if (open == 0) {
            return true;
          }
        }
        case WORD, PHRASE, NOT, END -> {}
      }
      if (open < 0) {
        return false;
      }
    }
    return false;
  }

  private QueryPart all(Place place) throws BadQueryException {
    var all = new ArrayList<QueryPart>();
    while (token().type() != TokenType.END
        && token().type() != TokenType.OR
        && token().type() != TokenType.RIGHT) {
      part(place).ifPresent(all::add);
    }
    return all.size() == 1 ? all.getFirst() : new All(all);
  }

  private Optional<QueryPart> part(Place place) throws BadQueryException {
    var token = take();
    if (++parts > MOST_PARTS) {
      throw new BadQueryException(
          token.column(), "the query has more than " + MOST_PARTS + " parts; write it shorter");
    }
    return switch (token.type()) {
      case NOT -> not(token, place);
      case LEFT -> Optional.of(group(token));
      case WORD, PHRASE ->
          token.field().isEmpty()
              ? Optional.of(words(token))
              : field(token, QueryField.of(token.field()).orElseThrow(), place);
      case RIGHT, OR, END -> throw new AssertionError(token);
    };
  }

  private Optional<QueryPart> not(QueryToken not, Place place) throws BadQueryException {
    var next = token();
    if (next.type() == TokenType.END
        || next.type() == TokenType.OR
        || next.type() == TokenType.RIGHT) {
      throw new BadQueryException(not.column(), "something is missing behind " + not.text());
    }
    if (next.field().equals(QueryField.KIND.word())) {
      outside(next, place);
      otherKinds.addAll(values(take(), QueryField.KINDS));
      return Optional.empty();
    }
    return part(Place.INSIDE).map(Not::new);
  }

  private QueryPart group(QueryToken left) throws BadQueryException {
    if (++depth > DEEPEST) {
      throw new BadQueryException(left.column(), "there are too many parentheses in parentheses");
    }
    var inner = any();
    depth--;
    if (take().type() != TokenType.RIGHT) {
      throw new BadQueryException(left.column(), "this ( is not closed; add a )");
    }
    return inner;
  }

  private static QueryPart words(QueryToken token) throws BadQueryException {
    var word = token.text();
    if (token.type() == TokenType.PHRASE) {
      return word.isBlank() ? new All(List.of()) : new Phrase(word);
    }
    if (word.endsWith("*")) {
      var beginning = word.substring(0, word.length() - 1);
      if (beginning.isEmpty() || beginning.indexOf('*') >= 0) {
        throw new BadQueryException(
            token.column(), "a * stands behind the beginning of a word, as in auth*");
      }
      return new Prefix(beginning);
    }
    return new Word(word);
  }

  private Optional<QueryPart> field(QueryToken token, QueryField field, Place place)
      throws BadQueryException {
    switch (field) {
      case KIND -> {
        outside(token, place);
        kinds.addAll(values(token, QueryField.KINDS));
      }
      case SINCE -> {
        outside(token, place);
        since = Optional.of(range(token).from());
      }
      case UNTIL -> {
        outside(token, place);
        until = Optional.of(range(token).to());
      }
      case ON -> {
        outside(token, place);
        on(token);
      }
      case HAS -> {
        return Optional.of(facts(field, values(token, QueryField.THINGS)));
      }
      case AGENT, PROJECT, FILE, TOOL, COMMAND, TAG -> {
        var values =
            token.type() == TokenType.PHRASE
                ? List.of(token.text())
                : List.of(token.text().split(","));
        if (token.text().chars().filter(c -> c == '*' || c == '?').count() > MOST_WILDCARDS) {
          throw new BadQueryException(
              token.column(), "more than " + MOST_WILDCARDS + " of * and ? are not allowed");
        }
        return Optional.of(facts(field, values));
      }
    }
    return Optional.empty();
  }

  private static void outside(QueryToken token, Place place) throws BadQueryException {
    if (place == Place.INSIDE) {
      throw new BadQueryException(
          token.column(),
          token.field() + ": is for the whole query; write it outside of parentheses, OR and NOT");
    }
  }

  private static QueryPart facts(QueryField field, List<String> values) {
    var facts = values.stream().<QueryPart>map(value -> new Fact(field, value)).toList();
    return facts.size() == 1 ? facts.getFirst() : new Any(facts);
  }

  private static List<String> values(QueryToken token, List<String> known)
      throws BadQueryException {
    var values = Arrays.asList(token.text().toLowerCase(Locale.ROOT).split(","));
    for (var value : values) {
      if (!known.contains(value)) {
        var meant = QueryField.nearest(value, known);
        throw new BadQueryException(
            token.column() + token.field().length() + 1,
            "'"
                + value
                + "' is nothing that "
                + token.field()
                + ": knows; "
                + meant.map(word -> "did you mean " + word + "?").orElse("it may be ")
                + (meant.isPresent() ? "" : String.join(", ", known)));
      }
    }
    return values;
  }

  private void on(QueryToken token) throws BadQueryException {
    int dots = token.text().indexOf("..");
    if (dots < 0) {
      var range = range(token);
      since = Optional.of(range.from());
      until = Optional.of(range.to());
      return;
    }
    var first = token.text().substring(0, dots);
    var last = token.text().substring(dots + 2);
    since = first.isEmpty() ? Optional.empty() : Optional.of(known(token, first).from());
    until = last.isEmpty() ? Optional.empty() : Optional.of(known(token, last).to());
  }

  private TimeRange known(QueryToken token, String date) throws BadQueryException {
    return dates.range(date).orElseThrow(() -> noTime(token, date));
  }

  /** A time may have several words: as many as make one are taken. */
  private TimeRange range(QueryToken token) throws BadQueryException {
    var words = token.text();
    var found = dates.range(words);
    for (int more = 1;
        token.type() == TokenType.WORD && more < DATE_WORDS && isWord(at + more - 1);
        more++) {
      words = words + " " + tokens.get(at + more - 1).text();
      var longer = dates.range(words);
      if (longer.isPresent()) {
        at += more;
        return longer.get();
      }
    }
    return found.orElseThrow(() -> noTime(token, token.text()));
  }

  private boolean isWord(int index) {
    return index < tokens.size()
        && tokens.get(index).type() == TokenType.WORD
        && tokens.get(index).field().isEmpty();
  }

  private static BadQueryException noTime(QueryToken token, String date) {
    return new BadQueryException(
        token.column() + token.field().length() + 1,
        "'"
            + date
            + "' is no time; write one as 2026-11-21, yesterday, 2w, \"last thursday\" or \"3 days ago\"");
  }
}
