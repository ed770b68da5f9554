package dev.mantra.replayer;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.event.WorkspaceStart;
import dev.mantra.formats.journal.JournalReader;
import dev.mantra.formats.journal.Session;
import dev.mantra.formats.workspace.FileDifference;
import dev.mantra.formats.workspace.TreeChanges;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a session's workspace was at the start, and what became of it: its files at any moment.
 *
 * <p>Times are nanoseconds since the session's start.
 */
public final class WorkspaceHistory {

  private final Origin origin;
  private final Optional<Bytes> folder;
  private final WorkspaceTree start;
  private final List<Step> steps;
  private final List<Event.NotCaptured> gaps;
  private final UnaryOperator<Bytes> names;

  /** How it is known what became of files. The two are never mixed. */
  public enum Origin {
    /** They were watched: every change, whoever made it. */
    OBSERVED,
    /** Agents tell what they changed. */
    TRANSCRIPT
  }

  /** A change, at its moment or that of what had to come before it. */
  private record Step(long at, Consumer<TreeChanges> change) {}

  private WorkspaceHistory(
      Origin origin,
      Optional<Bytes> folder,
      WorkspaceTree start,
      List<Step> steps,
      List<Event.NotCaptured> gaps,
      UnaryOperator<Bytes> names) {
    this.origin = origin;
    this.folder = folder;
    this.start = start;
    this.steps = steps;
    this.gaps = gaps;
    this.names = names;
  }

  /**
   * Reads a session through.
   *
   * @param names what is to be shown of the paths of files
   */
  public static WorkspaceHistory of(Session session, UnaryOperator<Bytes> names)
      throws IOException {
    try (var reader = session.read()) {
      return read(reader, names);
    }
  }

  private static WorkspaceHistory read(JournalReader reader, UnaryOperator<Bytes> names)
      throws IOException {
    var starts = new ArrayList<WorkspaceStart>();
    var changes = new ArrayList<Event.FileChange>();
    var gaps = new ArrayList<Event.NotCaptured>();
    var told = new ToldFiles(reader.header());
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      switch (next.get()) {
        case Event.Snapshot snapshot -> starts.add(snapshot.start());
        case Event.FileChange change -> changes.add(change);
        case Event.NotCaptured gap -> gaps.add(gap);
        case Event.Message message -> told.add(message);
        case Event.Output _,
            Event.Input _,
            Event.HiddenInput _,
            Event.Resize _,
            Event.Marker _,
            Event.Paused _,
            Event.Resumed _,
            Event.Gap _,
            Event.End _,
            Event.Unknown _ -> {}
      }
    }
    if (starts.isEmpty()) {
      return of(told, reader.header(), gaps, names);
    }
    var tree = new WorkspaceTree();
    for (var start : starts) {
      try {
        tree.begin(start);
      } catch (IOException e) {
        var why = "what git had at the start is not there any more: " + e.getMessage();
        gaps.addFirst(new Event.NotCaptured(0, Bytes.EMPTY, Omission.UNREADABLE, why));
      }
    }
    return new WorkspaceHistory(
        Origin.OBSERVED,
        starts.stream().map(WorkspaceStart::folder).findFirst(),
        tree,
        inOrder(changes),
        List.copyOf(gaps),
        names);
  }

  private static WorkspaceHistory of(
      ToldFiles files,
      SessionHeader header,
      List<Event.NotCaptured> gaps,
      UnaryOperator<Bytes> names) {
    var steps = new ArrayList<Step>();
    for (var told : files.told()) {
      steps.add(new Step(told.at(), told::applyTo));
    }
    steps.sort(Comparator.comparingLong(Step::at));
    return new WorkspaceHistory(
        Origin.TRANSCRIPT,
        steps.isEmpty() ? Optional.empty() : Optional.of(header.folder()),
        files.start(),
        steps,
        List.copyOf(gaps),
        names);
  }

  public Origin origin() {
    return origin;
  }

  /** The workspace's path; empty when nothing of it was captured. */
  public Optional<Bytes> folder() {
    return folder.map(names);
  }

  /** The workspace as it was at a moment. */
  public WorkspaceTree at(long nanos) {
    var tree = start.copy();
    var changes = new TreeChanges(tree);
    steps.stream().takeWhile(step -> step.at <= nanos).forEach(step -> step.change.accept(changes));
    return tree.named(names);
  }

  /** What is different from one moment to another, which may be an earlier one. */
  public List<FileDifference> between(long from, long to) {
    return from <= to
        ? between(List.of(from, to)).getFirst()
        : between(to, from).stream().map(FileDifference::reversed).toList();
  }

  /** What is different from each moment to the next, the moments being in order. */
  public List<List<FileDifference>> between(List<Long> moments) {
    var changes = new TreeChanges(start.copy());
    var found = new ArrayList<List<FileDifference>>();
    int next = 0;
    for (long moment : moments) {
      while (next < steps.size() && steps.get(next).at <= moment) {
        steps.get(next++).change.accept(changes);
      }
      found.add(changes.take().stream().map(difference -> difference.named(names)).toList());
    }
    return found.subList(1, found.size());
  }

  /** What of the workspace was not captured, as far as was known by a moment. */
  public List<Event.NotCaptured> gaps(long nanos) {
    return gaps.stream()
        .filter(gap -> gap.at() <= nanos)
        .map(
            gap ->
                new Event.NotCaptured(
                    gap.at(),
                    names.apply(gap.path()),
                    gap.why(),
                    names.apply(Bytes.utf8(gap.detail())).toUtf8()))
        .toList();
  }

  /**
   * Puts changes in the order of their moments. The file system tells when a file changed last, and
   * that may be before it was moved to where it is: nothing happened to a path before what made it
   * what it was.
   */
  private static List<Step> inOrder(List<Event.FileChange> all) {
    var steps = new ArrayList<Step>(all.size());
    var last = new HashMap<Bytes, Long>();
    for (var change : all) {
      var edit = change.edit();
      long earliest = last.getOrDefault(edit.path(), 0L);
      if (edit.from().isPresent()) {
        earliest = Math.max(earliest, last.getOrDefault(edit.from().get(), 0L));
      }
      long at = Math.max(change.moment(), earliest);
      last.put(edit.path(), at);
      edit.from().ifPresent(from -> last.put(from, at));
      steps.add(new Step(at, changes -> changes.apply(edit)));
    }
    steps.sort(Comparator.comparingLong(Step::at));
    return steps;
  }
}
