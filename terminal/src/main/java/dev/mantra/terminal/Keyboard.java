package dev.mantra.terminal;

import java.util.Arrays;

/**
 * What the stream asked of the keyboard: kitty's progressive enhancement and xterm's
 * modifyOtherKeys. State only.
 */
final class Keyboard {
  static final int DEPTH = 16;

  /** The stacks of the main and of the alternate screen. */
  final int[][] stacks = new int[2][DEPTH];

  final int[] sizes = new int[2];
  int modifyOtherKeys;

  void reset() {
    for (int[] stack : stacks) {
      Arrays.fill(stack, 0);
    }
    Arrays.fill(sizes, 0);
    modifyOtherKeys = 0;
  }

  int flags(int screen) {
    return sizes[screen] == 0 ? 0 : stacks[screen][sizes[screen] - 1];
  }

  /** {@code CSI > flags u}. A full stack loses its oldest entry. */
  void push(int screen, int flags) {
    int[] stack = stacks[screen];
    if (sizes[screen] == DEPTH) {
      System.arraycopy(stack, 1, stack, 0, DEPTH - 1);
      sizes[screen]--;
    }
    stack[sizes[screen]++] = flags & 0x1F;
  }

  /** {@code CSI < count u}. */
  void pop(int screen, int count) {
    sizes[screen] = Math.max(0, sizes[screen] - count);
  }

  /** {@code CSI = flags ; how u}: 1 sets, 2 adds, 3 removes. */
  void set(int screen, int flags, int how) {
    int now = flags(screen);
    int bits = flags & 0x1F;
    if (sizes[screen] == 0) {
      push(screen, 0);
    }
    stacks[screen][sizes[screen] - 1] = how == 2 ? now | bits : how == 3 ? now & ~bits : bits;
  }
}
