package dev.mantra.replayer.play;

import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.terminal.Color;
import dev.mantra.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of a session's landmarks beside the recording; the one that was reached last stands out
 * and is in view, with more of its text than the others have.
 */
final class LandmarkPane {

  private static final int NARROWEST = 20;
  private static final int WIDEST = 60;
  private static final int ROWS_OF_TEXT = 3;
  private static final int ROWS_OF_REACHED_TEXT = 16;

  private static final Style TIME = style(Style.DIM);
  private static final Style LABEL = style(Style.BOLD);
  private static final Style REACHED = style(Style.INVERSE);

  /** A row of the list; landmark is the number of the one it belongs to. */
  private record Row(int landmark, String time, String text, Style style) {}

  private LandmarkPane() {}

  /** How many columns the pane takes of a window; 0 where there is no room for one. */
  static int columns(int window) {
    return window < 2 * NARROWEST ? 0 : Math.clamp(window / 3, NARROWEST, WIDEST);
  }

  static void draw(Dashboard dashboard, Picture picture, Area area) {
    for (int y = area.row(); y < area.bottom(); y++) {
      picture.blank(y, area.column(), area.right(), Style.PLAIN);
      picture.put(y, area.column(), "\u2502", 1, RecordedScreen.BORDER);
    }
    int reached = dashboard.reached();
    var rows = rows(dashboard.landmarks(), reached, area.columns() - 2, area.rows());
    int from = from(rows, reached, area.rows());
    for (int i = 0; i < area.rows() && from + i < rows.size(); i++) {
      var row = rows.get(from + i);
      int y = area.row() + i;
      int x = picture.write(y, area.column() + 2, area.right(), row.time(), TIME);
      picture.write(y, x, area.right(), row.text(), row.style());
    }
  }

  /** Those that may be in view: each has a row at least, and a session may have thousands. */
  private static List<Row> rows(List<Landmark> landmarks, int reached, int width, int height) {
    if (landmarks.isEmpty()) {
      return List.of(new Row(-1, "", "no messages or markers", TIME));
    }
    var rows = new ArrayList<Row>();
    int last = Math.min(landmarks.size(), reached + height + 1);
    for (int i = Math.max(0, reached - height); i < last; i++) {
      var landmark = landmarks.get(i);
      var time = PositionGrammar.format(landmark.at() / 1_000_000_000L * 1_000_000_000L) + " ";
      rows.add(new Row(i, time, landmark.label(), i == reached ? REACHED : LABEL));
      int most = i == reached ? ROWS_OF_REACHED_TEXT : ROWS_OF_TEXT;
      for (var line : wrapped(landmark.text(), width, most)) {
        rows.add(new Row(i, "", line, Style.PLAIN));
      }
    }
    return rows;
  }

  /** The first row to show: the one that was reached stands in the upper third. */
  private static int from(List<Row> rows, int reached, int height) {
    int at = 0;
    while (at < rows.size() && rows.get(at).landmark() < reached) {
      at++;
    }
    return Math.clamp(at - height / 3, 0, Math.max(0, rows.size() - height));
  }

  /** The first rows of a text in this width; a text may be long, so no more is looked at. */
  private static List<String> wrapped(String text, int width, int most) {
    var start = text.substring(0, Math.min(text.length(), width * most * 2)).strip();
    var rows = new ArrayList<String>();
    for (var line : start.split("\\R", -1)) {
      var row = new StringBuilder();
      int used = 0;
      for (var character : ShownText.characters(line)) {
        if (used + character.width() > width) {
          rows.add(row.toString());
          row.setLength(0);
          used = 0;
        }
        row.append(character.text());
        used += character.width();
      }
      if (!row.isEmpty()) {
        rows.add(row.toString());
      }
      if (rows.size() >= most) {
        break;
      }
    }
    return rows.subList(0, Math.min(rows.size(), most));
  }

  private static Style style(int attributes) {
    return new Style(Color.STANDARD, Color.STANDARD, Color.STANDARD, attributes, Optional.empty());
  }
}
