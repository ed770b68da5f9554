package dev.mantra.redactor;

import java.util.ArrayDeque;

/** Estimates how large a regular expression becomes, before anybody tries to compile it. */
final class NestedRepetition {
  private static final int DEEPEST = 100;
  private static final long TOO_LARGE = Integer.MAX_VALUE;

  private NestedRepetition() {}

  /** About the number of steps of the compiled expression. */
  static long size(String source) {
    var outer = new ArrayDeque<Long>();
    long sum = 0;
    long last = 0;
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\\' -> {
          i++;
          last = 1;
          sum++;
        }
        case '[' -> {
          int close = source.indexOf(']', i + 2);
          i = close < 0 ? source.length() : close;
          last = 1;
          sum++;
        }
        case '(' -> {
          if (outer.size() >= DEEPEST) {
            return TOO_LARGE;
          }
          outer.push(sum);
          sum = 0;
        }
        case ')' -> {
          last = sum + 1;
          sum = (outer.isEmpty() ? 0 : outer.pop()) + last;
        }
        case '{' -> {
          int close = source.indexOf('}', i);
          long times = close < 0 ? 1 : times(source.substring(i + 1, close));
          sum += last * (times - 1);
          last *= times;
          i = close < 0 || times == 1 ? i : close;
        }
        default -> {
          last = 1;
          sum++;
        }
      }
      if (sum > TOO_LARGE || last > TOO_LARGE) {
        return TOO_LARGE;
      }
    }
    return sum;
  }

  private static long times(String bounds) {
    long most = 1;
    for (var bound : bounds.split(",", -1)) {
      if (bound.length() > 9 || !bound.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return 1;
      }
      most = Math.max(most, bound.isEmpty() ? 1 : Integer.parseInt(bound));
    }
    return most;
  }
}
