package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Block;
import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.event.FileContent;
import dev.mantra.formats.event.FileEdit;
import dev.mantra.formats.event.FileState;
import dev.mantra.formats.event.Omission;
import dev.mantra.formats.event.WorkspaceStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The files, links and folders of a workspace at one moment: made of its start, and moved on by one
 * change after the other. All folders are in it but the workspace's own.
 */
public final class WorkspaceTree {

  private static final int LINK = 0120000;
  private static final int REPOSITORY = 0160000;
  private static final int EXECUTABLE = 0100;
  private static final int LONGEST_LINK = 1 << 16;
  private static final WorkspaceStart.Modes USUAL = new WorkspaceStart.Modes(0644, 0755, 0755);

  private final Map<Bytes, TreeEntry> entries;
  private final List<WorkspaceStart.GitBase> bases;

  public WorkspaceTree() {
    this(new HashMap<>(), new ArrayList<>());
  }

  private WorkspaceTree(Map<Bytes, TreeEntry> entries, List<WorkspaceStart.GitBase> bases) {
    this.entries = entries;
    this.bases = bases;
  }

  public WorkspaceTree copy() {
    return new WorkspaceTree(new HashMap<>(entries), bases);
  }

  /** The same with other names for paths. */
  public WorkspaceTree named(UnaryOperator<Bytes> names) {
    var named = new HashMap<Bytes, TreeEntry>();
    entries.forEach((path, entry) -> named.put(names.apply(path), entry.named(names)));
    return new WorkspaceTree(named, bases);
  }

  public Optional<TreeEntry> at(Bytes path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** All paths, those in a folder behind it, in the order of their bytes. */
  public List<Bytes> paths() {
    var paths = new ArrayList<>(entries.keySet());
    paths.sort((one, other) -> Arrays.compareUnsigned(one.toArray(), other.toArray()));
    return paths;
  }

  /** The folders in which nothing stands. */
  public Set<Bytes> emptyFolders() {
    var empty = new HashSet<Bytes>();
    entries.forEach(
        (path, entry) -> {
          if (entry.state() instanceof FileState.Folder) {
            empty.add(path);
          }
        });
    entries.keySet().forEach(path -> empty.remove(above(path)));
    return empty;
  }

  /**
   * Takes in a part of what stood there at the start.
   *
   * @throws IOException when the repository does not have it any more
   */
  public void begin(WorkspaceStart part) throws IOException {
    for (var base : part.bases()) {
      bases.add(base);
      try (var git = GitObjects.open(PathBytes.absolute(base.repository()))) {
        git.walk(base.tree(), (path, mode, id) -> put(base, path, mode, id, git));
      }
    }
    for (var found : part.files()) {
      if (found.state().isPresent()) {
        put(found.path(), entry(found.path(), found.state().get(), Optional.empty()));
      } else {
        entries.remove(found.path());
      }
    }
  }

  /** Does what was done. */
  public void apply(FileEdit edit) {
    var before = entries.get(edit.from().orElse(edit.path()));
    edit.from().ifPresent(entries::remove);
    if (edit.after().isEmpty()) {
      entries.remove(edit.path());
      return;
    }
    var step =
        edit.after().get() instanceof FileState.Regular file
                && file.content() instanceof FileContent.Patched(var sha256)
            ? Optional.of(patched(before, edit.patch(), sha256))
            : Optional.<Body>empty();
    put(edit.path(), entry(edit.path(), edit.after().get(), step));
  }

  /** A file that an agent changes must have been there, though nothing may be known of it. */
  public void suppose(Bytes path, Block.Edit edit) {
    if (edit.kind() != Block.Edit.Kind.ADDED || edit.before().isPresent()) {
      put(path, ToldBody.entry(ToldBody.before(edit)));
    }
  }

  /** Does what an agent says it did, as far as it says what came of it. */
  void tell(Bytes path, Bytes place, Block.Edit edit) {
    var before = Optional.ofNullable(entries.remove(path)).map(TreeEntry::body);
    if (edit.kind() != Block.Edit.Kind.DELETED) {
      put(place, ToldBody.entry(ToldBody.after(edit, before)));
    }
  }

  private static Body patched(@Nullable TreeEntry before, Optional<Bytes> patch, Bytes sha256) {
    if (before == null) {
      return new Body.Missing("what it was made of is not known");
    }
    return patch
        .<Body>map(hunks -> new Body.Patched(before.body(), hunks, sha256))
        .orElse(before.body());
  }

  void put(Bytes path, TreeEntry entry) {
    var above = above(path);
    if (!above.isEmpty() && !entries.containsKey(above)) {
      put(above, TreeEntry.of(new FileState.Folder(modes(path).folder())));
    }
    entries.put(path, entry);
  }

  private void put(WorkspaceStart.GitBase base, Bytes below, int mode, Bytes id, GitObjects git)
      throws IOException {
    var path = base.folder().isEmpty() ? below : joined(base.folder(), below);
    if (mode == LINK) {
      var target = git.read(id, LONGEST_LINK).map(Bytes::wrap).orElse(Bytes.EMPTY);
      put(path, TreeEntry.of(new FileState.Link(target)));
    } else if (mode != REPOSITORY) {
      var modes = base.modes();
      int bits = (mode & EXECUTABLE) == 0 ? modes.plain() : modes.executable();
      put(
          path,
          new TreeEntry(
              new FileState.Regular(bits, TreeEntry.UNKNOWN_SIZE, new FileContent.InGit(id)),
              new Body.InGit(base.repository(), id)));
    }
  }

  private TreeEntry entry(Bytes path, FileState state, Optional<Body> step) {
    if (!(state instanceof FileState.Regular file)) {
      return TreeEntry.of(state);
    }
    var body =
        switch (file.content()) {
          case FileContent.Stored(var sha256) -> new Body.Stored(sha256);
          case FileContent.InGit(var blob) -> inGit(path, blob);
          case FileContent.Patched _ ->
              step.orElse(new Body.Missing("what it was made of is not known"));
          case FileContent.Missing(var why, _) -> new Body.Missing(word(why));
        };
    return new TreeEntry(state, body);
  }

  private Body inGit(Bytes path, Bytes blob) {
    return base(path)
        .<Body>map(base -> new Body.InGit(base.repository(), blob))
        .orElse(new Body.Missing("its repository is not known"));
  }

  private WorkspaceStart.Modes modes(Bytes path) {
    return base(path).map(WorkspaceStart.GitBase::modes).orElse(USUAL);
  }

  private Optional<WorkspaceStart.GitBase> base(Bytes path) {
    return bases.stream().filter(base -> isIn(base.folder(), path)).findFirst();
  }

  /** As people read it. */
  public static String word(Omission why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether a path is a folder's own or that of something in it; the empty one holds all. */
  public static boolean isIn(Bytes folder, Bytes path) {
    int length = folder.length();
    return length == 0
        || path.equals(folder)
        || (path.length() > length
            && path.at(length) == '/'
            && path.slice(0, length).equals(folder));
  }

  private static Bytes joined(Bytes folder, Bytes below) {
    var path = new byte[folder.length() + 1 + below.length()];
    folder.copyTo(path, 0);
    path[folder.length()] = '/';
    below.copyTo(path, folder.length() + 1);
    return Bytes.wrap(path);
  }

  private static Bytes above(Bytes path) {
    int slash = path.length() - 1;
    while (slash > 0 && path.at(slash) != '/') {
      slash--;
    }
    return path.slice(0, Math.max(0, slash));
  }
}
