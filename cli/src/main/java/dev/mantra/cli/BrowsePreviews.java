package dev.mantra.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes previews on a thread of its own: the first look at a session may take long. Only the last
 * one that was asked for counts.
 */
final class BrowsePreviews implements AutoCloseable {

  private static final int KEPT = 50;

  private final Coverage coverage;
  private final Console console;
  private final AtomicReference<@Nullable BrowseTarget> wanted = new AtomicReference<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("preview").factory());

  /** What was made, or the reason why it could not be. */
  private final Map<BrowseTarget, Made> made = new LinkedHashMap<>();

  private record Made(Optional<BrowsePreview> preview, String problem) {}

  BrowsePreviews(Coverage coverage, Console console) {
    this.coverage = coverage;
    this.console = console;
  }

  /** A preview; empty while it is being made. */
  synchronized Optional<BrowsePreview> of(BrowseTarget target) {
    var known = made.get(target);
    if (known != null) {
      return known.preview();
    }
    if (!target.equals(wanted.getAndSet(target))) {
      worker.execute(() -> make(target));
    }
    return Optional.empty();
  }

  /** Why there is no preview; empty where there is or will be one. */
  synchronized String problem(BrowseTarget target) {
    var known = made.get(target);
    return known == null ? "" : known.problem();
  }

  private void make(BrowseTarget target) {
    if (!target.equals(wanted.get())) {
      return;
    }
    Made result;
    try {
      result = new Made(Optional.of(BrowsePreview.of(target, coverage, console)), "");
    } catch (IOException | RuntimeException e) {
      result = new Made(Optional.empty(), "cannot be shown: " + e.getMessage());
    }
    keep(target, result);
  }

  private synchronized void keep(BrowseTarget target, Made result) {
    made.put(target, result);
    if (made.size() > KEPT) {
      made.remove(made.keySet().iterator().next());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
