package dev.mantra.terminal;

import java.util.Arrays;

/**
 * Gives a terminal new tables with only the styles, links and clusters that its cells still use.
 */
final class Compaction {
  private final Styles oldStyles;
  private final Clusters oldClusters;
  private final Styles styles = new Styles();
  private final Clusters clusters = new Clusters();
  private final int[] numbers;
  private final boolean traced;

  private Compaction(Screen screen) {
    oldStyles = screen.styles;
    oldClusters = screen.clusters;
    traced = screen.traced;
    numbers = new int[oldStyles.size()];
    Arrays.fill(numbers, -1);
  }

  static void run(Screen screen) {
    var compaction = new Compaction(screen);
    for (int i = 0; i < screen.scrollback.size(); i++) {
      compaction.rewrite(screen.scrollback.get(i));
    }
    for (int y = 0; y < screen.rows; y++) {
      compaction.rewrite(screen.main.row(y));
      compaction.rewrite(screen.alternate.row(y));
    }
    compaction.relink(screen.pen);
    compaction.relink(screen.savedMain.pen);
    compaction.relink(screen.savedAlternate.pen);
    compaction.styles.leaveRoom();
    compaction.clusters.leaveRoom();
    screen.styles = compaction.styles;
    screen.clusters = compaction.clusters;
  }

  private void rewrite(Row row) {
    for (int x = 0; x < row.used; x++) {
      long cell = row.cells[x];
      if (Cell.isCluster(cell)) {
        cell = (cell & ~Cell.CONTENT) | cluster(cell);
      }
      row.cells[x] =
          traced ? cell : (cell & 0xFFFFFFFFL) | (long) style(Cell.style(cell)) << Cell.STYLE_SHIFT;
    }
  }

  private long cluster(long cell) {
    int[] codePoints = oldClusters.codePoints(cell);
    long content = codePoints[0];
    for (int i = 1; i < codePoints.length; i++) {
      content = clusters.append(content, codePoints[i]);
    }
    return content;
  }

  private int style(int old) {
    if (numbers[old] < 0) {
      numbers[old] =
          styles.intern(
              oldStyles.foreground(old),
              oldStyles.background(old),
              oldStyles.underlineColor(old),
              oldStyles.attributes(old),
              link(oldStyles.link(old)));
    }
    return numbers[old];
  }

  private void relink(Pen pen) {
    pen.link = link(pen.link);
    pen.changed();
  }

  private int link(int old) {
    return old == 0 ? 0 : styles.link(oldStyles.linkAt(old));
  }
}
