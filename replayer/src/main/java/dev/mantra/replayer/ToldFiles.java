package dev.mantra.replayer;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.Event;
import dev.mantra.formats.event.SessionHeader;
import dev.mantra.formats.workspace.TreeChanges;
import dev.mantra.formats.workspace.WorkspaceTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a session whose workspace nobody watched, as far as agents tell of them: what they
 * say they changed, and nothing else.
 */
final class ToldFiles {

  private final SessionHeader header;
  private final String folder;
  private final WorkspaceTree start = new WorkspaceTree();
  private final List<Told> told = new ArrayList<>();
  private final Set<Bytes> known = new HashSet<>();

  /** What an agent says it did, and when. */
  record Told(long at, Bytes path, Block.Edit edit) {
    void applyTo(TreeChanges changes) {
      changes.tell(path, edit);
    }
  }

  ToldFiles(SessionHeader header) {
    this.header = header;
    this.folder = header.folder().toUtf8() + "/";
  }

  void add(Event.Message message) {
    for (var block : message.entry().blocks()) {
      if (block instanceof Block.Edit edit && isInFolder(edit.path())) {
        var path = path(edit.path());
        if (known.add(path)) {
          start.suppose(path, edit);
        }
        edit.movedTo().filter(this::isInFolder).map(this::path).ifPresent(known::add);
        told.add(new Told(moment(message), path, moved(edit)));
      }
    }
  }

  WorkspaceTree start() {
    return start;
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  private long moment(Event.Message message) {
    return message
        .entry()
        .time()
        .map(time -> Math.max(0, Duration.between(header.startedAt(), time).toNanos()))
        .orElse(message.at());
  }

  /** The same with a new place that is relative to the folder, if it is in it. */
  private Block.Edit moved(Block.Edit edit) {
    return new Block.Edit(
        edit.path(),
        edit.kind(),
        edit.movedTo().filter(this::isInFolder).map(to -> path(to).toUtf8()),
        edit.patch(),
        edit.before(),
        edit.after());
  }

  private boolean isInFolder(String path) {
    return !path.isEmpty() && (path.charAt(0) != '/' || path.startsWith(folder));
  }

  private Bytes path(String path) {
    return Bytes.utf8(path.startsWith(folder) ? path.substring(folder.length()) : path);
  }
}
