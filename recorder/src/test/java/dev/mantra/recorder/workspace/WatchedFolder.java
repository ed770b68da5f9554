package dev.mantra.recorder.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.EndReason;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.Usage;
import dev.mantra.formats.workspace.ContentStore;
import dev.mantra.recorder.Notices;
import dev.mantra.recorder.Recording;
import dev.mantra.recorder.SessionClock;
import dev.mantra.recorder.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder that is captured as while a program is recorded in it, and what was recorded. */
final class WatchedFolder implements AutoCloseable {

  static final WorkspaceLimits WIDE = new WorkspaceLimits(200_000, 16 << 20, 1L << 32, 1L << 34);

  private static final long PATIENCE_MILLIS = 20_000;

  final Path folder;
  final Path data;
  final ContentStore store;
  final Notices notices = new Notices();
  private final Recorded recorded = new Recorded();
  private @Nullable Recording recording;
  private @Nullable WorkspaceSource source;

  /** Keeps all events in memory. */
  private static final class Recorded implements Sink {
    private final List<Event> events = new ArrayList<>();

    @Override
    public void open() {}

    @Override
    public synchronized void write(Event event) {
      events.add(event);
      notifyAll();
    }

    @Override
    public void force() {}

    @Override
    public void close() {}

    @Override
    public void discard() {}

    synchronized List<Event> events() {
      return List.copyOf(events);
    }

    synchronized boolean await(Predicate<List<Event>> wanted) throws InterruptedException {
      long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (!wanted.test(List.copyOf(events))) {
        long left = deadline - System.currentTimeMillis();
        if (left <= 0) {
          return false;
        }
        wait(Math.min(left, 50));
      }
      return true;
    }
  }

  /**
   * @param temp where the folder and the store are made
   */
  WatchedFolder(Path temp) throws IOException {
    folder = Files.createDirectories(temp.toRealPath().resolve("work"));
    data = Files.createDirectories(temp.toRealPath().resolve("data"));
    store = new ContentStore(data.resolve("contents"));
  }

  WatchedFolder start() throws InterruptedException {
    return start(WIDE);
  }

  WatchedFolder start(WorkspaceLimits limits) throws InterruptedException {
    // What is written in the moment of the start would count as written by the program.
    Thread.sleep(60);
    var begun = new Recording(SessionClock.start(), List.of(recorded), notices);
    recording = begun;
    source =
        new WorkspaceSource(
            () ->
                new WorkspaceSource.Request(
                    folder,
                    Optional.empty(),
                    Optional.of(Path.of("/home/nobody")),
                    store,
                    data,
                    data.resolve("references"),
                    Set.of(data),
                    limits,
                    () -> {}),
            begun,
            notices);
    begun.start();
    source.start();
    return this;
  }

  /** Waits until the start is known whole. */
  WatchedFolder ready() throws InterruptedException {
    assertTrue(
        recorded.await(
            events ->
                events.stream()
                    .anyMatch(
                        event ->
                            event instanceof Event.Snapshot snapshot
                                && snapshot.start().part()
                                    == dev.mantra.formats.event.WorkspaceStart.Part.LAST)),
        () -> "the first look ends: " + recorded.events());
    return this;
  }

  /** Something is said in the conversation. */
  void say() throws InterruptedException {
    var entry =
        new Entry(
            "claude",
            "c1",
            "e" + recorded.events().size(),
            Entry.Change.ADDED,
            Optional.empty(),
            Entry.Kind.ASSISTANT,
            Entry.Source.TRANSCRIPT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Usage.NONE,
            List.of(new Block.Text("done")),
            0,
            Optional.empty());
    if (recording != null) {
      recording.message(entry);
    }
  }

  /** Waits until what was recorded makes the folder as it is. */
  int awaitSame(Map<String, String> copy) throws InterruptedException {
    say();
    if (!recorded.await(events -> Rebuilt.of(events, store).equals(copy))) {
      assertEquals(lines(copy), lines(Rebuilt.of(recorded.events(), store)), this::history);
    }
    return recorded.events().size();
  }

  /** Waits until all of these are recorded: the folder may look right before a last one is. */
  void awaitChanges(List<String> wanted) throws InterruptedException {
    assertTrue(
        recorded.await(_ -> changes().containsAll(wanted)), () -> wanted + " in " + changes());
  }

  private static String lines(Map<String, String> tree) {
    var text = new StringBuilder();
    tree.forEach((path, what) -> text.append(path).append(' ').append(what).append('\n'));
    return text.toString();
  }

  private String history() {
    var text = new StringBuilder();
    edits().forEach(edit -> text.append(edit).append('\n'));
    return text.toString();
  }

  List<Event> finish() {
    if (source != null && recording != null) {
      source.finish();
      recording.finish(EndReason.EXITED, OptionalInt.of(0));
    }
    source = null;
    return recorded.events();
  }

  List<Event> events() {
    return recorded.events();
  }

  List<FileEdit> edits() {
    return recorded.events().stream()
        .filter(Event.FileChange.class::isInstance)
        .map(event -> ((Event.FileChange) event).edit())
        .toList();
  }

  /** Every change as {@code KIND path}. */
  List<String> changes() {
    return edits().stream().map(edit -> edit.kind() + " " + Rebuilt.text(edit.path())).toList();
  }

  boolean awaitChange(String change) throws InterruptedException {
    return recorded.await(_ -> changes().contains(change));
  }

  List<Omission> omissions() {
    return recorded.events().stream()
        .filter(Event.NotCaptured.class::isInstance)
        .map(event -> ((Event.NotCaptured) event).why())
        .toList();
  }

  String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-c", "user.name=x", "-c", "user.email=x@x"));
    command.addAll(List.of(words));
    var git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    git.getOutputStream().close();
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    git.waitFor();
    return said.strip();
  }

  @Override
  public void close() {
    finish();
  }
}
