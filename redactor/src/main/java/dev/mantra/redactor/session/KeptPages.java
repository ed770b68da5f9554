package dev.mantra.redactor.session;

import dev.mantra.redactor.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The pages of a session, kept until it is known what is secret in it, so that it need not be drawn
 * once more to find where else that stands. When they take too much memory, none of them is kept.
 */
final class KeptPages {

  private static final long MOST_BYTES = 128L << 20;

  /** What a page takes beside its text and places. */
  private static final int OVERHEAD = 300;

  private static final int LARGEST_SCREEN = 4096;
  private static final int MOST_SCREENS = 16_384;
  private static final Page FORGOTTEN = Page.of("");

  private record Kept(Page page, Consumer<List<Found>> sink) {}

  private final List<Kept> pages = new ArrayList<>();

  /** Screens by a hash of their text. */
  private final Map<Long, Page> screens = new HashMap<>();

  private final long most;
  private long bytes;

  KeptPages() {
    this(MOST_BYTES);
  }

  /**
   * @param most how many bytes they may take, about
   */
  KeptPages(long most) {
    this.most = most;
  }

  /** A screen that was drawn before with the same text; remembered even when it is not kept. */
  Optional<Page> drawnBefore(Page page) {
    if (page.text().length() >= LARGEST_SCREEN) {
      return Optional.empty();
    }
    if (screens.size() > MOST_SCREENS) {
      screens.clear();
    }
    return Optional.ofNullable(screens.putIfAbsent(hash(page.text()), areAll() ? page : FORGOTTEN));
  }

  /**
   * Keeps a page.
   *
   * @param size how many bytes its text and its places take
   * @param sink takes what is found in it
   */
  void add(Page page, int size, Consumer<List<Found>> sink) {
    if (areAll()) {
      pages.add(new Kept(page, sink));
      bytes += size + OVERHEAD;
      if (!areAll()) {
        pages.clear();
        screens.replaceAll((_, _) -> FORGOTTEN);
      }
    }
  }

  /** Whether no page was left out. */
  boolean areAll() {
    return bytes <= most;
  }

  /** Has all pages looked through: one that was drawn several times only once. */
  void look(PageQueue queue) {
    IdentityHashMap<Page, Future<List<Found>>> searches = new IdentityHashMap<>();
    for (var kept : pages) {
      var search = searches.computeIfAbsent(kept.page(), queue::search);
      queue.add(search, kept.sink());
    }
    queue.finish();
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
