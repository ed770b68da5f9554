package dev.mantra.replayer.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The coloured areas of a picture: neighbouring cells of one colour are one rectangle. */
final class Backgrounds {

  /** A rectangle of cells. */
  record Area(int column, int row, int columns, int rows, int color) {}

  private record Span(int column, int columns, int color) {}

  private Backgrounds() {}

  static List<Area> of(Picture picture) {
    var areas = new ArrayList<Area>();
    Map<Span, Integer> open = Map.of();
    for (int y = 0; y <= picture.rows().size(); y++) {
      var below = new LinkedHashMap<Span, Integer>();
      if (y < picture.rows().size()) {
        for (var span : spans(picture.rows().get(y), picture.theme().background())) {
          below.put(span, open.getOrDefault(span, y));
        }
      }
      for (var span : open.entrySet()) {
        if (!below.containsKey(span.getKey())) {
          areas.add(area(span.getKey(), span.getValue(), y));
        }
      }
      open = below;
    }
    return areas;
  }

  private static List<Span> spans(List<Piece> row, int background) {
    var spans = new ArrayList<Span>();
    for (var piece : row) {
      int color = piece.look().background();
      if (color == background) {
        continue;
      }
      var last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && last.color == color && last.column + last.columns == piece.column()) {
        spans.removeLast();
        spans.add(new Span(last.column, last.columns + piece.columns(), color));
      } else {
        spans.add(new Span(piece.column(), piece.columns(), color));
      }
    }
    return spans;
  }

  private static Area area(Span span, int from, int to) {
    return new Area(span.column, from, span.columns, to - from, span.color);
  }
}
