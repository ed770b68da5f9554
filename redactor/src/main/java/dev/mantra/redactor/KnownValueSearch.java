package dev.mantra.redactor;

import java.util.List;

/** Finds known values in a page: as it stands, and across the ends of its lines. */
public final class KnownValueSearch {

  /** Takes what was found. */
  public interface Sink {
    /**
     * @param spans where it stands in the page, in order
     * @param index which character of the value stands first
     * @param length how long the whole value is
     */
    void found(int secret, List<Span> spans, int index, int length);
  }

  private final ValueSearch known;

  public KnownValueSearch(ValueSearch known) {
    this.known = known;
  }

  public void find(Page page, Sink sink) {
    var plain = Sequences.leftOut(page);
    if (plain.isPresent()) {
      find(
          Page.of(plain.get().text()),
          (secret, spans, index, length) ->
              sink.found(
                  secret, plain.get().inPage(new Finding("known", spans)).spans(), index, length));
      return;
    }
    var text = new Text(page.text());
    var columns = Column.between(text);
    if (columns.isEmpty() && !known.mayStandIn(text.characters())) {
      return;
    }
    known.find(
        page.text(),
        (secret, start, end, index, length) ->
            sink.found(secret, List.of(new Span(start, end)), index, length));
    joined(Column.whole(text), page, sink);
    for (var column : columns) {
      joined(column, page, sink);
    }
  }

  private void joined(Column column, Page page, Sink sink) {
    var lines = column.lines();
    if (lines.size() < 2) {
      return;
    }
    var reading = new Reading.Builder(column.length());
    for (var line : lines) {
      int start = line.start();
      while (start < line.end() && page.text().charAt(start) == ' ') {
        start++;
      }
      reading.append(page.text(), start, line.end());
    }
    var squeezed = reading.build();
    known.find(
        squeezed.text(),
        (secret, start, end, index, length) -> {
          var finding = squeezed.inPage(Finding.of("known", start, end));
          if (finding.spans().size() > 1) {
            sink.found(secret, finding.spans(), index, length);
          }
        });
  }
}
