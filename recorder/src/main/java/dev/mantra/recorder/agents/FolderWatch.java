package dev.mantra.recorder.agents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something happens in one of several folders, or until time is up.
 *
 * <p>Linux gives each person 128 such watches or so, which editors like to use up: where there is
 * none to be had, time being up has to do.
 */
final class FolderWatch implements Closeable {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private boolean refused;
  private @Nullable WatchService service;

  /**
   * Watches these from now on, and no others; of one that is not there, the folder it will be in.
   *
   * @return whether one of them was not watched before, so that something may have happened in it
   */
  boolean follow(Set<Path> folders) {
    var wanted = new HashSet<Path>();
    for (var folder : folders) {
      existing(folder).ifPresent(wanted::add);
    }
    keys.keySet().stream().filter(folder -> !wanted.contains(folder)).toList().forEach(this::leave);
    // A folder that was deleted and made again needs a new key.
    keys.entrySet().removeIf(entry -> !entry.getValue().isValid());
    wanted.removeAll(keys.keySet());
    wanted.forEach(this::watch);
    return keys.keySet().stream().anyMatch(wanted::contains);
  }

  /** Returns at once when it has been closed. */
  void await(Duration atMost) throws InterruptedException {
    var watching = service();
    if (watching.isEmpty()) {
      closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    try {
      var key = watching.get().poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = watching.get().poll();
      }
    } catch (ClosedWatchServiceException e) {
      // That is what ends the waiting.
      return;
    }
  }

  /** Lets some time pass, whatever happens; returns at once when it has been closed. */
  void pause(Duration time) throws InterruptedException {
    closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the waiting, also from another thread. */
  @Override
  public synchronized void close() {
    closed.countDown();
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        // It only waited; nothing is lost with it.
        service = null;
      }
    }
  }

  private void watch(Path folder) {
    var watching = begin();
    if (watching.isEmpty()) {
      return;
    }
    try {
      var key =
          folder.register(
              watching.get(),
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY);
      keys.put(folder, key);
    } catch (IOException | ClosedWatchServiceException e) {
      // It is looked at all the same, when time is up.
      return;
    }
  }

  private void leave(Path folder) {
    var key = keys.remove(folder);
    if (key != null) {
      key.cancel();
    }
  }

  private synchronized Optional<WatchService> service() {
    return Optional.ofNullable(service);
  }

  private synchronized Optional<WatchService> begin() {
    if (service == null && !refused && closed.getCount() > 0) {
      try {
        service = FileSystems.getDefault().newWatchService();
      } catch (IOException e) {
        refused = true;
      }
    }
    return Optional.ofNullable(service);
  }

  private static Optional<Path> existing(Path folder) {
    var at = folder;
    while (at != null && !Files.isDirectory(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at);
  }
}
