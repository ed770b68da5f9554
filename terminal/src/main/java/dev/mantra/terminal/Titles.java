package dev.mantra.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The window's title and icon name, with the stack of XTWINOPS 22 and 23. */
final class Titles {
  static final int LONGEST = 4096;
  private static final int MOST_SAVED = 10;

  String title = "";
  String icon = "";
  private final Deque<String> titles = new ArrayDeque<>();
  private final Deque<String> icons = new ArrayDeque<>();

  void reset() {
    title = "";
    icon = "";
    titles.clear();
    icons.clear();
  }

  /** {@code which}: 0 both, 1 the icon name, 2 the title. */
  void push(int which) {
    if (which != 2) {
      push(icons, icon);
    }
    if (which != 1) {
      push(titles, title);
    }
  }

  void pop(int which) {
    if (which != 2 && !icons.isEmpty()) {
      icon = icons.pop();
    }
    if (which != 1 && !titles.isEmpty()) {
      title = titles.pop();
    }
  }

  private static void push(Deque<String> stack, String text) {
    stack.push(text);
    if (stack.size() > MOST_SAVED) {
      stack.removeLast();
    }
  }

  List<String> savedTitles() {
    return List.copyOf(titles);
  }

  List<String> savedIcons() {
    return List.copyOf(icons);
  }

  void restore(List<String> oldTitles, List<String> oldIcons) {
    titles.clear();
    titles.addAll(oldTitles);
    icons.clear();
    icons.addAll(oldIcons);
  }
}
