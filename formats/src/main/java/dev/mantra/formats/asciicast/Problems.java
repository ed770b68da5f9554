package dev.mantra.formats.asciicast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one recording: the first ones in full, the rest by their number. */
final class Problems {

  private static final int KEPT = 100;

  private final List<Problem> first = new ArrayList<>();
  private long count;

  void atLine(Path file, long number, String reason) {
    add(new Problem(file, Problem.Unit.LINE, number, reason));
  }

  void atByte(Path file, long offset, String reason) {
    add(new Problem(file, Problem.Unit.BYTE, offset, reason));
  }

  void add(Problem problem) {
    count++;
    if (first.size() < KEPT) {
      first.add(problem);
    }
  }

  List<Problem> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
