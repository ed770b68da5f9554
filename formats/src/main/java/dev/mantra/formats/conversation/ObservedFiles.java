package dev.mantra.formats.conversation;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Entry;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes of the workspace's files as entries of the conversation: what was noticed together, and
 * happened within a tenth of a second, is one entry.
 */
public final class ObservedFiles {

  private static final long TOGETHER = 100_000_000;

  private ObservedFiles() {}

  /** The entry of a change, at its moment; empty for folders, which nobody speaks of. */
  public static Optional<Event.Message> message(Event.FileChange change) {
    var edit = change.edit();
    if (edit.after().or(edit::before).filter(FileState.Folder.class::isInstance).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Event.Message(change.moment(), entry(change)));
  }

  /** A change in a few words. */
  static String text(Block.Edit edit) {
    return edit.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + edit.path()
        + edit.movedTo().map(to -> " to " + to).orElse("")
        + edit.patch().map(ObservedFiles::lines).orElse("");
  }

  private static Entry entry(Event.FileChange change) {
    var id = "files-" + change.edit().group() + "-" + change.moment() / TOGETHER;
    return new Entry(
        "",
        "",
        id,
        Entry.Change.EXTENDED,
        Optional.empty(),
        Entry.Kind.FILES,
        Entry.Source.OBSERVED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Usage.NONE,
        List.of(block(change.edit())),
        0,
        Optional.empty());
  }

  private static Block.Edit block(FileEdit edit) {
    var path = edit.path().toUtf8();
    return new Block.Edit(
        edit.from().map(Bytes::toUtf8).orElse(path),
        kind(edit.kind()),
        edit.from().map(_ -> path),
        edit.patch().map(Bytes::toUtf8),
        Optional.empty(),
        Optional.empty());
  }

  private static Block.Edit.Kind kind(FileEdit.Kind kind) {
    return switch (kind) {
      case ADDED, FOUND -> Block.Edit.Kind.ADDED;
      case MODIFIED, MODE -> Block.Edit.Kind.MODIFIED;
      case DELETED -> Block.Edit.Kind.DELETED;
      case RENAMED -> Block.Edit.Kind.RENAMED;
    };
  }

  private static String lines(String patch) {
    long added = patch.lines().filter(line -> line.startsWith("+")).count();
    long removed = patch.lines().filter(line -> line.startsWith("-")).count();
    return " +" + added + " -" + removed;
  }
}
