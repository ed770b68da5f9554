package dev.mantra.formats.workspace;

import com.github.difflib.patch.AbstractDelta;
import dev.mantra.formats.event.Bytes;
import java.util.List;

/** Writes the hunks of a unified diff as {@code git apply} takes them. */
final class Hunks {

  static final String NO_LINE_FEED = "\\ No newline at end of file\n";
  private static final int CONTEXT = 3;

  private final List<String> old;
  private final StringBuilder out = new StringBuilder();
  private long added;
  private long removed;

  Hunks(List<String> old) {
    this.old = old;
  }

  TextPatch write(List<AbstractDelta<String>> deltas) {
    int from = 0;
    for (int i = 1; i <= deltas.size(); i++) {
      if (i == deltas.size() || gap(deltas.get(i - 1), deltas.get(i)) > 2 * CONTEXT) {
        hunk(deltas.subList(from, i));
        from = i;
      }
    }
    return new TextPatch(Bytes.wrap(PatchLines.toBytes(out)), added, removed);
  }

  private static int gap(AbstractDelta<String> one, AbstractDelta<String> next) {
    return next.getSource().getPosition() - end(one);
  }

  private static int end(AbstractDelta<String> delta) {
    return delta.getSource().getPosition() + delta.getSource().size();
  }

  private void hunk(List<AbstractDelta<String>> deltas) {
    var first = deltas.getFirst();
    var last = deltas.getLast();
    int before = Math.min(CONTEXT, first.getSource().getPosition());
    int after = Math.min(CONTEXT, old.size() - end(last));
    int oldFrom = first.getSource().getPosition() - before;
    int oldTo = end(last) + after;
    int nowFrom = first.getTarget().getPosition() - before;
    int nowTo = last.getTarget().getPosition() + last.getTarget().size() + after;
    out.append("@@ -").append(range(oldFrom, oldTo)).append(" +").append(range(nowFrom, nowTo));
    out.append(" @@\n");
    int at = oldFrom;
    for (var delta : deltas) {
      lines(' ', old.subList(at, delta.getSource().getPosition()));
      lines('-', delta.getSource().getLines());
      lines('+', delta.getTarget().getLines());
      removed += delta.getSource().size();
      added += delta.getTarget().size();
      at = end(delta);
    }
    lines(' ', old.subList(at, oldTo));
  }

  /** Lines are counted from one; an empty range names the line before it. */
  private static String range(int from, int to) {
    int length = to - from;
    return (length == 0 ? from : from + 1) + "," + length;
  }

  private void lines(char sign, List<String> lines) {
    for (var line : lines) {
      out.append(sign).append(line);
      if (!line.endsWith("\n")) {
        out.append('\n').append(NO_LINE_FEED);
      }
    }
  }
}
