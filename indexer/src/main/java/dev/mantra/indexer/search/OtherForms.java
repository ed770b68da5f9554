package dev.mantra.indexer.search;

import dev.mantra.indexer.search.QueryPart.All;
import dev.mantra.indexer.search.QueryPart.Any;
import dev.mantra.indexer.search.QueryPart.Fact;
import dev.mantra.indexer.search.QueryPart.Not;
import dev.mantra.indexer.search.QueryPart.Phrase;
import dev.mantra.indexer.search.QueryPart.Prefix;
import dev.mantra.indexer.search.QueryPart.Stem;
import dev.mantra.indexer.search.QueryPart.Word;
import java.util.Locale;
import java.util.Optional;

/** A query with other forms of its words, for when the words themselves are nowhere. */
final class OtherForms {

  private OtherForms() {}

  /** Empty when no word has other forms. */
  static Optional<SearchQuery> of(SearchQuery query) {
    var part = of(query.part());
    return part.equals(query.part())
        ? Optional.empty()
        : Optional.of(
            new SearchQuery(
                part,
                query.kinds(),
                query.otherKinds(),
                query.since(),
                query.until(),
                query.demand(),
                query.wish()));
  }

  private static QueryPart of(QueryPart part) {
    return switch (part) {
      case All(var parts) -> new All(parts.stream().map(OtherForms::of).toList());
      case Any(var parts) -> new Any(parts.stream().map(OtherForms::of).toList());
      case Word(var text) when text.matches("[A-Za-z]{4,}") ->
          new Stem(text.toLowerCase(Locale.ROOT));
      case Not _, Word _, Phrase _, Prefix _, Stem _, Fact _ -> part;
    };
  }
}
