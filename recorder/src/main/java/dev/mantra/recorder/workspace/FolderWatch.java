package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has the file system tell what happens in the workspace's folders, each of which is watched by
 * itself (on Linux by inotify(7)).
 *
 * <p>The system tells things in their order, so what happened before a certain moment can be waited
 * for: a file is made in a folder of ours that is watched in the same way, and once we are told of
 * it we have been told of everything before.
 */
final class FolderWatch implements AutoCloseable {

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  private static final long PATIENCE_MILLIS = 500;

  private final WatchService service;
  private final Pending pending;
  private final Path ownFolder;
  private final WatchKey ownKey;
  private final Thread listener;
  private final Map<WatchKey, Bytes> folders = new HashMap<>();
  private final Map<Bytes, WatchKey> keys = new HashMap<>();
  private long marks;
  private long marksSeen;

  private FolderWatch(WatchService service, Pending pending, Path ownFolder) throws IOException {
    this.service = service;
    this.pending = pending;
    this.ownFolder = ownFolder;
    this.ownKey = ownFolder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
    this.listener = Thread.ofPlatform().daemon().name("watch").unstarted(this::listen);
  }

  /**
   * @param ownFolder a folder in which this may make and delete files
   * @throws IOException when the system watches nothing more for us
   */
  static FolderWatch start(Pending pending, Path ownFolder) throws IOException {
    var service = FileSystems.getDefault().newWatchService();
    FolderWatch watch = null;
    try {
      watch = new FolderWatch(service, pending, ownFolder);
      watch.listener.start();
      return watch;
    } finally {
      if (watch == null) {
        service.close();
      }
    }
  }

  /**
   * Watches a folder from now on.
   *
   * @throws IOException when the folder is gone, or the system watches no more of them
   */
  void add(Bytes folder, Path path) throws IOException {
    var key = path.register(service, KINDS);
    synchronized (this) {
      // A folder that was moved has its old key, under its old name.
      var before = folders.put(key, folder);
      if (before != null) {
        keys.remove(before, key);
      }
      keys.put(folder, key);
    }
  }

  /** Watches a folder no more. */
  synchronized void remove(Bytes folder) {
    var key = keys.remove(folder);
    if (key != null) {
      folders.remove(key);
      key.cancel();
    }
  }

  /**
   * Waits until everything that has happened so far is pending.
   *
   * @return false when that could not be made sure of
   */
  boolean catchUp() throws InterruptedException {
    long mark;
    synchronized (this) {
      mark = ++marks;
    }
    try {
      var file = Files.createFile(ownFolder.resolve(Long.toString(mark)));
      Files.delete(file);
    } catch (IOException e) {
      return false;
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    synchronized (this) {
      for (long left = PATIENCE_MILLIS; marksSeen < mark && left > 0; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
      return marksSeen >= mark;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  private void listen() {
    try {
      Optional<Long> mark = Optional.empty();
      while (true) {
        var key = mark.isPresent() ? service.poll() : service.take();
        if (key == null) {
          // Only now: a key that was at work when the mark came stands in line behind it.
          seen(mark.orElseThrow());
          mark = Optional.empty();
        } else if (key.equals(ownKey)) {
          mark = Optional.of(lastMark(key).orElse(mark.orElse(0L)));
        } else {
          told(key);
        }
      }
    } catch (ClosedWatchServiceException e) {
      seen(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void seen(long mark) {
    marksSeen = Math.max(marksSeen, mark);
    notifyAll();
  }

  private static Optional<Long> lastMark(WatchKey key) {
    Optional<Long> last = Optional.empty();
    for (var event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        last = Optional.of(Long.parseLong(name.toString()));
      }
    }
    key.reset();
    return last;
  }

  private void told(WatchKey key) {
    var events = key.pollEvents();
    var folder = folder(key);
    if (folder != null) {
      for (var event : events) {
        if (event.context() instanceof Path name) {
          pending.add(folder, PathBytes.of(name));
        } else {
          pending.addAll(folder);
        }
      }
    }
    if (!key.reset() && folder != null) {
      // The folder itself went away.
      pending.addAll(folder);
    }
  }

  private synchronized @Nullable Bytes folder(WatchKey key) {
    return folders.get(key);
  }
}
