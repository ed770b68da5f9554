package dev.mantra.redactor.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which bytes of a stream are covered, and by what: stretches in order, without overlaps.
 *
 * <p>A stretch holds characters of one secret in the order in which they stand in it, so that what
 * is drawn in pieces is covered in pieces that fit.
 */
final class Covers {

  /**
   * Characters that stand side by side.
   *
   * @param from the offset of the first one
   * @param length how many there are, of one byte each unless it is one only
   * @param index which character of the secret the first one is
   * @param of how many characters the secret has there
   */
  record Stretch(long from, int length, int secret, int index, int of) {
    /**
     * The bytes of a character that an earlier event began and has covered.
     *
     * @param cells how many the character takes if these are its last bytes, else none
     */
    static Stretch rest(long from, int length, int secret, int cells) {
      return new Stretch(from, length, secret, cells, cells);
    }

    boolean isRest() {
      return index >= of;
    }

    long to() {
      return from + length;
    }
  }

  /** By their places, of several at one place the longest first. */
  private static final Comparator<Stretch> IN_ORDER =
      (one, other) ->
          one.from() == other.from()
              ? Integer.compare(other.length(), one.length())
              : Long.compare(one.from(), other.from());

  /** Stretches that are in order already. */
  static Covers of(List<Stretch> settled) {
    var covers = new Covers();
    settled.forEach(covers::add);
    covers.settle();
    return covers;
  }

  private final List<Stretch> collected = new ArrayList<>();
  private long[] starts = {};
  private List<Stretch> stretches = List.of();

  /** Covers the characters of a page from {@code start} to {@code end}. */
  void add(PlacedPage page, int start, int end, int secret, int index, int of) {
    long from = -1;
    int length = 0;
    for (int i = start; i < end; i++) {
      long place = page.place(i);
      if (place >= 0 && place == from + length) {
        length++;
        continue;
      }
      if (length > 0) {
        collected.add(new Stretch(from, length, secret, index + i - start - length, of));
      }
      from = place;
      length = place < 0 ? 0 : 1;
    }
    if (length > 0) {
      collected.add(new Stretch(from, length, secret, index + end - start - length, of));
    }
  }

  void add(Stretch stretch) {
    collected.add(stretch);
  }

  /** Puts all in order; what is covered twice stays covered by what begins first. */
  void settle() {
    collected.addAll(stretches);
    collected.sort(IN_ORDER);
    List<Stretch> kept = new ArrayList<>();
    long covered = -1;
    for (var next : collected) {
      long from = Math.max(next.from(), covered);
      if (from < next.to()) {
        int cut = (int) (from - next.from());
        kept.add(
            new Stretch(from, next.length() - cut, next.secret(), next.index() + cut, next.of()));
        covered = next.to();
      }
    }
    collected.clear();
    stretches = List.copyOf(kept);
    starts = stretches.stream().mapToLong(Stretch::from).toArray();
  }

  /** Forgets what ends before an offset. */
  void forgetBefore(long offset) {
    collected.addAll(stretches);
    collected.removeIf(stretch -> stretch.to() <= offset);
    stretches = List.of();
    settle();
  }

  /** All stretches, in order. */
  List<Stretch> all() {
    return stretches;
  }

  /** The stretches with bytes in {@code [from, to)}. */
  List<Stretch> within(long from, long to) {
    int first = Arrays.binarySearch(starts, from);
    first = first < 0 ? -first - 1 : first;
    if (first > 0 && stretches.get(first - 1).to() > from) {
      first--;
    }
    int last = Arrays.binarySearch(starts, to);
    last = last < 0 ? -last - 1 : last;
    return stretches.subList(first, Math.max(first, last));
  }
}
