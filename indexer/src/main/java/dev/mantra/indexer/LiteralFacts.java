package dev.mantra.indexer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of the texts that a part of an expression matches.
 *
 * @param exact all of them, where they are few
 * @param parts some of which one is in each of them
 */
record LiteralFacts(Optional<Set<String>> exact, Optional<Set<String>> parts) {

  /** Matches nothing of the text, only a place in it. */
  static final LiteralFacts EMPTY = text("");

  /** May match anything. */
  static final LiteralFacts ANYTHING = new LiteralFacts(Optional.empty(), Optional.empty());

  private static final int MOST = 16;

  private static final int LONGEST = 64;

  static LiteralFacts text(String text) {
    return new LiteralFacts(Optional.of(Set.of(text)), Optional.empty());
  }

  /** One text of which must be in everything that is matched. */
  Optional<Set<String>> required() {
    return better(exact, parts);
  }

  /** Matches of several parts, one right behind the other. */
  static LiteralFacts sequence(List<LiteralFacts> elements) {
    var run = Set.of("");
    var parts = Optional.<Set<String>>empty();
    boolean isWhole = true;
    for (var element : elements) {
      var longer = element.exact.flatMap(product(run));
      if (longer.isPresent()) {
        run = longer.get();
      } else {
        isWhole = false;
        parts = better(better(parts, Optional.of(run)), element.parts);
        run = element.exact.orElse(Set.of(""));
      }
    }
    return isWhole
        ? new LiteralFacts(Optional.of(run), parts)
        : new LiteralFacts(Optional.empty(), better(parts, Optional.of(run)));
  }

  LiteralFacts or(LiteralFacts other) {
    var either = union(exact, other.exact);
    return either.isPresent()
        ? new LiteralFacts(either, Optional.empty())
        : new LiteralFacts(Optional.empty(), union(required(), other.required()));
  }

  /** Once or more often. */
  LiteralFacts repeated() {
    return new LiteralFacts(Optional.empty(), required());
  }

  private static Function<Set<String>, Optional<Set<String>>> product(Set<String> first) {
    return second -> {
      var all = new HashSet<String>();
      for (var a : first) {
        for (var b : second) {
          all.add(a + b);
        }
      }
      boolean isSmall =
          all.size() <= MOST && all.stream().allMatch(text -> text.length() <= LONGEST);
      return isSmall ? Optional.of(all) : Optional.empty();
    };
  }

  private static Optional<Set<String>> union(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    var all = new HashSet<>(one.get());
    all.addAll(other.get());
    return all.size() > MOST ? Optional.empty() : Optional.of(all);
  }

  /** The one whose shortest text is longer; none of use when that is empty. */
  private static Optional<Set<String>> better(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .filter(texts -> !texts.contains(""))
        .max(
            (a, b) ->
                shortest(a) == shortest(b)
                    ? Integer.compare(b.size(), a.size())
                    : Integer.compare(shortest(a), shortest(b)));
  }

  private static int shortest(Set<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }
}
