package dev.mantra.indexer.search;

import dev.mantra.formats.journal.Session;
import dev.mantra.indexer.DisplayedText;
import dev.mantra.indexer.FoundLine;
import dev.mantra.indexer.LinePattern.Span;
import dev.mantra.indexer.PassageSource;
import dev.mantra.indexer.Passages;
import dev.mantra.indexer.SessionText;
import dev.mantra.indexer.search.SearchResult.Hit;
import dev.mantra.terminal.DisplayedLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gets the lines of one session that documents were found for. */
final class Snippets implements Closeable {

  private final Session session;
  private final DisplayedText displayed;
  private final CodeAnalyzer analyzer;
  private final List<Leaf> leaves;
  private final Passages passages;
  private @Nullable SessionText<DisplayedLine> lines;

  /** A line that may be shown. */
  private record Candidate(int offset, List<Span> spans, int found) {}

  Snippets(
      Session session,
      DisplayedText displayed,
      PassageSource source,
      CodeAnalyzer analyzer,
      List<Leaf> leaves)
      throws IOException {
    this.session = session;
    this.displayed = displayed;
    this.analyzer = analyzer;
    this.leaves = leaves;
    this.passages = source.open(session);
  }

  /**
   * The line of a document with the most of what is looked for; none when the text is not there.
   */
  Optional<Hit> of(SessionTop.Found found, double score) throws IOException {
    var place = found.place();
    return switch (place.source()) {
      case LINES -> best(lines(), place, line -> FoundLine.of(line, passages), score);
      case SAID -> best(passages.said(), place, line -> FoundLine.of(line, passages), score);
      case CHANGES -> best(passages.changes(), place, line -> FoundLine.of(line, passages), score);
      case NONE -> Optional.empty();
    };
  }

  private SessionText<DisplayedLine> lines() throws IOException {
    var opened = lines;
    if (opened == null) {
      opened = displayed.open(session);
      lines = opened;
    }
    return opened;
  }

  private <L> Optional<Hit> best(
      SessionText<L> text, TextPlace place, Function<L, FoundLine> line, double score) {
    var blocks = text.blocks(place.block());
    if (!blocks.hasNext()) {
      return Optional.empty();
    }
    var block = blocks.next();
    int from = block.from() + place.offset();
    int to = Math.min(block.to(), from + place.length());
    return candidates(block.bytes(), from, to).stream()
        .max(Comparator.comparingInt(Candidate::found))
        .map(best -> new Hit(line.apply(block.places().at(best.offset())), best.spans(), score));
  }

  private List<Candidate> candidates(byte[] bytes, int from, int to) {
    var all = new ArrayList<Candidate>();
    for (int at = from; at < to; ) {
      int end = at;
      while (end < to && bytes[end] != '\n') {
        end++;
      }
      // The first of several is shown, so a later one must have more.
      var candidate = candidate(at, new String(bytes, at, end - at, StandardCharsets.UTF_8));
      if (all.isEmpty() || candidate.found() > all.getLast().found()) {
        all.add(candidate);
      }
      at = end + 1;
    }
    return all;
  }

  private Candidate candidate(int offset, String text) {
    var spans = new ArrayList<Span>();
    int found = 0;
    if (leaves.stream().anyMatch(leaf -> !leaf.forms().isEmpty())) {
      var tokens = LineTokens.of(analyzer, text);
      for (var leaf : leaves) {
        var own = new ArrayList<Span>();
        leaf.forms().forEach(form -> own.addAll(form.in(tokens)));
        found += own.isEmpty() ? 0 : 1;
        spans.addAll(own);
      }
    }
    return new Candidate(offset, merged(spans), found);
  }

  /** The same without what overlaps. */
  private static List<Span> merged(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
    var merged = new ArrayList<Span>();
    for (var span : spans) {
      if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
        var last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  @Override
  public void close() throws IOException {
    passages.close();
    if (lines != null) {
      lines.close();
    }
  }
}
