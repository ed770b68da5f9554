package dev.mantra.indexer.search;

import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Stem;
import dev.mantra.indexer.search.QueryPart.Word;
import dev.mantra.indexer.search.SearchQuery.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A query in ordinary language: {@code what did I work on last thursday}. Words that every question
 * has are left out, times and files are understood, and of the other words as many should be there
 * as can be.
 */
final class Question {

  /** One of them, and what was typed is a question. */
  private static final Set<String> ASKING =
      Set.of(
          "what", "when", "where", "which", "who", "why", "how", "i", "my", "we", "our", "did",
          "does", "the", "every", "all", "that", "find", "show");

  /** They say nothing about what was done. */
  private static final Set<String> EMPTY =
      Set.of(
          "a",
          "an",
          "and",
          "any",
          "are",
          "about",
          "again",
          "all",
          "at",
          "be",
          "been",
          "by",
          "can",
          "could",
          "did",
          "do",
          "does",
          "done",
          "every",
          "find",
          "for",
          "from",
          "get",
          "got",
          "had",
          "has",
          "have",
          "how",
          "i",
          "in",
          "into",
          "is",
          "it",
          "its",
          "last",
          "me",
          "my",
          "of",
          "on",
          "or",
          "our",
          "please",
          "session",
          "sessions",
          "show",
          "so",
          "some",
          "that",
          "the",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "time",
          "to",
          "us",
          "was",
          "we",
          "were",
          "what",
          "when",
          "where",
          "which",
          "while",
          "who",
          "why",
          "with",
          "work",
          "worked",
          "working",
          "you",
          "your");

  private static final Set<String> TOUCHING =
      Set.of("touched", "touch", "changed", "edited", "modified", "wrote", "created", "deleted");

  private static final Set<String> ASKED = Set.of("asked", "ask", "prompted", "prompt", "prompts");

  private static final Set<String> SHOWN = Set.of("output", "screen", "terminal", "displayed");

  /** A name with an ending, or a path. */
  private static final Pattern FILE = Pattern.compile("[\\w.-]*/[\\w./-]+|[\\w-]+\\.[a-z]\\w{0,4}");

  private static final int LONGEST_DATE = 5;

  private final List<String> words;
  private final DateText dates;

  private Question(List<String> words, DateText dates) {
    this.words = words;
    this.dates = dates;
  }

  /** What is asked; empty when it is no question. */
  static Optional<SearchQuery> read(String text, DateText dates) {
    if (text.matches("(?s).*[\"():|*].*")
        || text.matches("(?s)(.*\\s)?(OR|AND|NOT|-\\S+)(\\s.*)?")) {
      return Optional.empty();
    }
    var words =
        Arrays.stream(text.strip().split("\\s+"))
            .map(word -> word.replaceAll("^[,;]+|[?!,;.]+$|['’]s$", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    boolean isAsked =
        text.strip().endsWith("?")
            || (words.size() > 2
                && words.stream().anyMatch(word -> ASKING.contains(word.toLowerCase(Locale.ROOT))));
    return isAsked ? Optional.of(new Question(words, dates).query()) : Optional.empty();
  }

  private SearchQuery query() {
    var parts = new ArrayList<QueryPart>();
    var kinds = new HashSet<String>();
    var wish = new ArrayList<String>();
    var when = Optional.<TimeRange>empty();
    boolean isTouching = false;
    for (int i = 0; i < words.size(); i++) {
      var small = words.get(i).toLowerCase(Locale.ROOT);
      var date = when.isEmpty() ? dateAt(i) : Optional.<Dated>empty();
      if (date.isPresent()) {
        when = Optional.of(date.get().range());
        i += date.get().words() - 1;
      } else if (TOUCHING.contains(small)) {
        isTouching = true;
      } else if (ASKED.contains(small)) {
        kinds.add("user");
      } else if (SHOWN.contains(small)) {
        wish.addAll(List.of("line", "tool"));
      } else if (FILE.matcher(words.get(i)).matches()) {
        parts.add(isTouching ? new Fact(QueryField.FILE, words.get(i)) : new Word(words.get(i)));
      } else if (!EMPTY.contains(small)) {
        parts.add(small.matches("[a-z]+") ? new Stem(small) : new Word(words.get(i)));
      }
    }
    return new SearchQuery(
        new All(parts),
        kinds,
        Set.of(),
        when.map(TimeRange::from),
        when.map(TimeRange::to),
        Demand.AS_MUCH_AS_THERE_IS,
        wish);
  }

  private record Dated(TimeRange range, int words) {}

  /** The longest time that begins with a word. */
  private Optional<Dated> dateAt(int index) {
    if (!mayBeginDate(words.get(index).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    for (int count = Math.min(LONGEST_DATE, words.size() - index); count > 0; count--) {
      var range = dates.range(String.join(" ", words.subList(index, index + count)));
      if (range.isPresent()) {
        return Optional.of(new Dated(range.get(), count));
      }
    }
    return Optional.empty();
  }

  /** Only what can be a time is looked at closely: that takes long. */
  private static boolean mayBeginDate(String word) {
    return word.matches(
        "[0-9].*|today|yesterday|last|past|this|one|two|three|four|five|six|seven|eight|nine|ten"
            + "|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july"
            + "|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov"
            + "|dec|earlier|a|an|half");
  }
}
