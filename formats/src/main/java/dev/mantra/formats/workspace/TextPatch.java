package dev.mantra.formats.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import dev.mantra.formats.event.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two texts: the hunks of a unified diff, and how many lines they add and remove.
 *
 * <p>Texts are bytes, whatever their encoding and line ends: a line is what ends with a line feed.
 */
public record TextPatch(Bytes hunks, long added, long removed) {

  /** What is longer is no text that somebody reads. */
  public static final int LONGEST = 1 << 20;

  /** Texts that differ in more lines are compared no further: the effort grows with the square. */
  private static final int MOST_DIFFERENCES = 600;

  private static final class TooDifferentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDifferentException() {
      super(null, null, false, false);
    }
  }

  /** Whether bytes are text of a length that is compared. */
  public static boolean isText(byte[] body) {
    if (body.length > LONGEST) {
      return false;
    }
    for (byte b : body) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  /** How many lines a text has, the last one with a line feed or without. */
  public static long lines(byte[] text) {
    long lines = 0;
    for (byte b : text) {
      lines += b == '\n' ? 1 : 0;
    }
    return text.length > 0 && text[text.length - 1] != '\n' ? lines + 1 : lines;
  }

  /** What makes {@code after} of {@code before}; absent when one of them is no text. */
  public static Optional<TextPatch> between(byte[] before, byte[] after) {
    if (!isText(before) || !isText(after)) {
      return Optional.empty();
    }
    var old = PatchLines.of(before);
    var now = PatchLines.of(after);
    return Optional.of(new Hunks(old).write(deltas(old, now)));
  }

  /**
   * The text after.
   *
   * @throws IllegalArgumentException when the patch is none, or belongs to another text
   */
  public static byte[] apply(Bytes hunks, byte[] before) {
    return new PatchReader(hunks).apply(PatchLines.of(before));
  }

  private static List<AbstractDelta<String>> deltas(List<String> old, List<String> now) {
    int same = 0;
    int most = Math.min(old.size(), now.size());
    while (same < most && old.get(same).equals(now.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < most - same
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    var oldMiddle = old.subList(same, old.size() - tail);
    var nowMiddle = now.subList(same, now.size() - tail);
    if (oldMiddle.isEmpty() && nowMiddle.isEmpty()) {
      return List.of();
    }
    int at = same;
    try {
      return DiffUtils.diff(oldMiddle, nowMiddle, new MyersDiff<String>(), new Limit())
          .getDeltas()
          .stream()
          .map(delta -> delta(moved(delta.getSource(), at), moved(delta.getTarget(), at)))
          .toList();
    } catch (TooDifferentException e) {
      return List.of(delta(new Chunk<>(at, oldMiddle), new Chunk<>(at, nowMiddle)));
    }
  }

  private static Chunk<String> moved(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
  }

  private static AbstractDelta<String> delta(Chunk<String> old, Chunk<String> now) {
    if (old.getLines().isEmpty()) {
      return new InsertDelta<>(old, now);
    }
    return now.getLines().isEmpty() ? new DeleteDelta<>(old, now) : new ChangeDelta<>(old, now);
  }

  private static final class Limit implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {
      if (value > MOST_DIFFERENCES) {
        throw new TooDifferentException();
      }
    }

    @Override
    public void diffEnd() {}
  }
}
