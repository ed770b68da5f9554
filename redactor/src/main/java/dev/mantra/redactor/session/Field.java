package dev.mantra.redactor.session;

import java.util.Comparator;

/**
 * A text of a session.
 *
 * @param sequence the event that it stands in, or one of the numbers here
 * @param index counts the texts of that from 0
 */
record Field(long sequence, int index) implements Comparable<Field> {

  static final long HEADER = -1;

  static final long ANNOTATIONS = -2;

  @Override
  public int compareTo(Field other) {
    return Comparator.comparingLong(Field::sequence)
        .thenComparingInt(Field::index)
        .compare(this, other);
  }
}
