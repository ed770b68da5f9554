package dev.mantra.replayer.play;

import dev.mantra.formats.event.PositionGrammar;
import dev.mantra.terminal.Color;
import dev.mantra.terminal.CursorShape;
import dev.mantra.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The window's last row: where playing is, and what is typed or said there. Fits any width. */
final class StatusLine {

  private static final int SHORTEST_BAR = 10;
  private static final String BETWEEN = "  ";

  private final StatusColors colors;

  StatusLine(StatusColors colors) {
    this.colors = colors;
  }

  /**
   * @param note what the view has to say about itself; may be empty
   */
  void draw(Dashboard dashboard, String note, Picture picture, int row) {
    if (dashboard.input().isPresent()) {
      drawInput(dashboard.input().get(), dashboard.message(), picture, row);
      return;
    }
    int columns = picture.columns();
    var line = lineStyle();
    picture.blank(row, 0, columns, line);
    int at = picture.write(row, 0, columns, " " + state(dashboard) + " ", stateStyle(dashboard));
    at = picture.write(row, at, columns, " " + times(dashboard) + " ", line);
    if (!dashboard.message().isEmpty()) {
      picture.write(row, at, columns, " " + dashboard.message(), line);
      return;
    }
    int room = columns - at - 1;
    var pieces = fitting(pieces(dashboard, note), room);
    int width = pieces.stream().mapToInt(piece -> ShownText.width(piece) + BETWEEN.length()).sum();
    if (room - width >= SHORTEST_BAR) {
      drawBar(dashboard, picture, row, at, at + room - width);
      at += room - width;
    }
    for (var piece : pieces) {
      at = picture.write(row, at, columns, BETWEEN + piece, line);
    }
  }

  /** In one line of text, for a terminal that is not drawn on. */
  static String text(Dashboard dashboard) {
    var text = new StringBuilder(state(dashboard)).append(' ').append(times(dashboard));
    if (!dashboard.message().isEmpty()) {
      return text.append(BETWEEN).append(dashboard.message()).toString();
    }
    pieces(dashboard, "").forEach(piece -> text.append(BETWEEN).append(piece));
    return text.toString();
  }

  private static String state(Dashboard dashboard) {
    return switch (dashboard.state()) {
      case PLAYING -> "\u25b8";
      case PAUSED -> "\u2016 paused";
      case END -> "\u25a0 end";
    };
  }

  private static String times(Dashboard dashboard) {
    return PositionGrammar.format(dashboard.position())
        + " / "
        + PositionGrammar.format(dashboard.duration());
  }

  /** What there is to say, the most important first. */
  private static List<String> pieces(Dashboard dashboard, String note) {
    var pieces = new ArrayList<String>();
    if (dashboard.speed() != 1) {
      pieces.add("\u00d7" + number(dashboard.speed()));
    }
    if (!note.isEmpty()) {
      pieces.add(note);
    }
    dashboard
        .idleLimit()
        .ifPresent(limit -> pieces.add("idle \u2264 " + number(limit.toMillis() / 1000.0) + " s"));
    int reached = dashboard.reached();
    if (reached >= 0) {
      pieces.add("\u25c6 " + oneLine(dashboard.landmarks().get(reached).label()));
    }
    if (!dashboard.title().isEmpty()) {
      pieces.add(oneLine(dashboard.title()));
    }
    return pieces;
  }

  private static List<String> fitting(List<String> pieces, int room) {
    int left = room;
    var fitting = new ArrayList<String>();
    for (var piece : pieces) {
      left -= ShownText.width(piece) + BETWEEN.length();
      if (left < (fitting.isEmpty() ? 0 : SHORTEST_BAR)) {
        break;
      }
      fitting.add(piece);
    }
    return fitting;
  }

  private void drawBar(Dashboard dashboard, Picture picture, int row, int from, int to) {
    int width = to - from;
    int done = share(dashboard.position(), dashboard.duration(), width);
    for (int i = 0; i < width; i++) {
      picture.put(row, from + i, i < done ? "\u2501" : "\u2500", 1, lineStyle());
    }
    for (var landmark : dashboard.landmarks()) {
      int at = Math.min(width - 1, share(landmark.at(), dashboard.duration(), width));
      picture.put(row, from + at, at < done ? "\u253f" : "\u253c", 1, lineStyle());
    }
  }

  private static int share(long at, long of, int width) {
    return of <= 0 ? width : (int) Math.clamp((double) at / of * width, 0, width);
  }

  /** Shows the end of what is too long, so that the cursor is in view. */
  private static void drawInput(InputLine.Typed typed, String message, Picture picture, int row) {
    int columns = picture.columns();
    picture.blank(row, 0, columns, Style.PLAIN);
    var before = typed.prompt() + typed.text().substring(0, typed.cursor());
    var characters = ShownText.characters(before);
    int width = ShownText.width(before);
    int skipped = 0;
    while (width > columns - 1 && skipped < characters.size()) {
      width -= characters.get(skipped++).width();
    }
    int at = 0;
    for (var character : characters.subList(skipped, characters.size())) {
      picture.put(row, at, character.text(), character.width(), Style.PLAIN);
      at += character.width();
    }
    int cursor = Math.min(at, columns - 1);
    at = picture.write(row, at, columns, typed.text().substring(typed.cursor()), Style.PLAIN);
    if (!message.isEmpty()) {
      picture.write(row, at, columns, "   " + message, RecordedScreen.BORDER);
    }
    picture.showCursor(row, cursor, CursorShape.BLOCK);
  }

  private Style lineStyle() {
    return switch (colors) {
      case PLAIN -> style(Color.STANDARD, Color.STANDARD, Style.INVERSE);
      case COLORED -> style(new Color.Indexed(252), new Color.Indexed(238), 0);
    };
  }

  private Style stateStyle(Dashboard dashboard) {
    return switch (colors) {
      case PLAIN -> style(Color.STANDARD, Color.STANDARD, Style.INVERSE | Style.BOLD);
      case COLORED -> {
        int color =
            switch (dashboard.state()) {
              case PLAYING -> 2;
              case PAUSED -> 3;
              case END -> 6;
            };
        yield style(new Color.Indexed(0), new Color.Indexed(color), 0);
      }
    };
  }

  private static Style style(Color foreground, Color background, int attributes) {
    return new Style(foreground, background, Color.STANDARD, attributes, Optional.empty());
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.4f", number).replaceAll("0+$", "");
  }

  /** Line breaks become spaces, so that they are not taken for something strange. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
