package dev.mantra.recorder.workspace;

import dev.mantra.formats.event.Bytes;
import dev.mantra.formats.workspace.ContentHash;
import dev.mantra.formats.workspace.GitObjects;
import dev.mantra.formats.workspace.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.util.FS;

/**
 * What git's index and the tree of HEAD say of the files of a work tree: which of them stand there
 * as they stand in git, so that nothing else need be known of them.
 *
 * <p>The index is read, never locked or written: git itself refreshes it when it looks.
 */
final class GitIndex {

  /** What is longer is not read to find out whether it is as git has it. */
  private static final long LONGEST = 32 << 20;

  private final GitObjects objects;
  private final DirCache index;
  private final long written;
  private final boolean mayConvert;

  /** Entries of the index whose path is in HEAD. */
  private final BitSet inHead = new BitSet();

  /** Those among them that are the same there. */
  private final BitSet same = new BitSet();

  private final BitSet met = new BitSet();
  private final List<Bytes> onlyInHead = new ArrayList<>();

  private GitIndex(GitObjects objects, DirCache index, long written, boolean mayConvert) {
    this.objects = objects;
    this.index = index;
    this.written = written;
    this.mayConvert = mayConvert;
  }

  /** Reads the index and compares it with a tree. */
  static GitIndex read(GitFolder git, GitConfig config, GitObjects objects, Bytes tree)
      throws IOException {
    var file = git.own().resolve("index");
    long written =
        Files.exists(file) ? Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS) : 0;
    var index = new DirCache(file.toFile(), FS.DETECTED);
    index.read();
    var read =
        new GitIndex(
            objects,
            index,
            written,
            config.convertsLineEnds() || config.hasAttributes() || hasAttributes(index));
    read.compareWith(tree);
    return read;
  }

  /** Whether git has a file at this path, or files below it. */
  boolean tracks(Bytes path) {
    var raw = path.toArray();
    if (index.findEntry(raw, raw.length) >= 0) {
      return true;
    }
    var folder = Arrays.copyOf(raw, raw.length + 1);
    folder[raw.length] = '/';
    int at = index.findEntry(folder, folder.length);
    int next = at < 0 ? -(at + 1) : at;
    return next < index.getEntryCount() && startsWith(index.getEntry(next).getRawPath(), folder);
  }

  /**
   * The blob that a file stands for, exactly; empty when it is not as HEAD has it.
   *
   * @param file where it is, to be read when its times alone do not tell
   */
  Optional<Bytes> blob(Bytes path, Stamp stamp, Path file) throws IOException {
    var raw = path.toArray();
    int at = index.findEntry(raw, raw.length);
    if (at < 0) {
      return Optional.empty();
    }
    met.set(at);
    var entry = index.getEntry(at);
    if (!same.get(at) || !isOfType(entry, stamp)) {
      return Optional.empty();
    }
    var blob = id(entry);
    if (stamp.type() == Stamp.Type.LINK) {
      var target = PathBytes.of(Files.readSymbolicLink(file));
      return Optional.of(blob).filter(ContentHash.blob(target.toArray())::equals);
    }
    boolean clean = isClean(entry, stamp) ? isAsInGit(blob, stamp) : hasContent(blob, stamp, file);
    return clean ? Optional.of(blob) : Optional.empty();
  }

  /** A file as HEAD and the index have it. */
  record Committed(Bytes blob, boolean executable) {}

  /** The file that HEAD and the index have at a path, if they agree; a link is none. */
  Optional<Committed> committed(Bytes path) {
    var raw = path.toArray();
    int at = index.findEntry(raw, raw.length);
    if (at < 0 || !same.get(at)) {
      return Optional.empty();
    }
    var entry = index.getEntry(at);
    return (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
        ? Optional.of(
            new Committed(id(entry), entry.getRawMode() == FileMode.EXECUTABLE_FILE.getBits()))
        : Optional.empty();
  }

  /** How long a blob is, nothing if it is not there. */
  long size(Bytes blob) throws IOException {
    return objects.size(blob).orElse(0L);
  }

  /** The paths that HEAD has and nobody has asked for: what they were is gone. */
  List<Bytes> missing() {
    var paths = new ArrayList<Bytes>(onlyInHead);
    for (int at = inHead.nextSetBit(0); at >= 0; at = inHead.nextSetBit(at + 1)) {
      if (!met.get(at)) {
        paths.add(Bytes.wrap(index.getEntry(at).getRawPath()));
      }
    }
    return paths;
  }

  private void compareWith(Bytes tree) throws IOException {
    if (isWhole(tree)) {
      for (int at = 0; at < index.getEntryCount(); at++) {
        inHead.set(at, index.getEntry(at).getRawMode() != FileMode.GITLINK.getBits());
      }
      same.set(0, index.getEntryCount());
    } else {
      compareEach(tree);
    }
  }

  /**
   * Whether the index says itself that it is this tree, as it does after a commit or a checkout:
   * git takes that back with every entry that is added, changed or not merged (gitformat-index(5),
   * "Cache tree").
   */
  private boolean isWhole(Bytes tree) {
    var cached = index.getCacheTree(false);
    return cached != null
        && cached.isValid()
        && cached.getEntrySpan() == index.getEntryCount()
        && GitObjects.bytes(cached.getObjectId()).equals(tree);
  }

  private void compareEach(Bytes tree) throws IOException {
    var next = new int[1];
    objects.walk(
        tree,
        (path, mode, id) -> {
          var raw = path.toArray();
          while (next[0] < index.getEntryCount()
              && Arrays.compareUnsigned(index.getEntry(next[0]).getRawPath(), raw) < 0) {
            next[0]++;
          }
          int at = next[0];
          if (at < index.getEntryCount() && Arrays.equals(index.getEntry(at).getRawPath(), raw)) {
            var entry = index.getEntry(at);
            inHead.set(at, mode != FileMode.GITLINK.getBits());
            same.set(
                at, entry.getStage() == 0 && entry.getRawMode() == mode && id(entry).equals(id));
          } else if (mode != FileMode.GITLINK.getBits()) {
            onlyInHead.add(path);
          }
        });
  }

  private static boolean isOfType(DirCacheEntry entry, Stamp stamp) {
    return switch (stamp.type()) {
      case FILE -> (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
      case LINK -> entry.getRawMode() == FileMode.SYMLINK.getBits();
      case FOLDER, OTHER -> false;
    };
  }

  /** As git does it: a file written in the same moment as the index may have changed since. */
  private boolean isClean(DirCacheEntry entry, Stamp stamp) {
    return Stamp.nanos(entry.getLastModifiedInstant()) == stamp.modified()
        && stamp.modified() < written
        && entry.getLength() == (int) stamp.size()
        && !entry.isSmudged()
        && !entry.isIntentToAdd();
  }

  /** Line ends, keywords and filters change the length of what they change. */
  private boolean isAsInGit(Bytes blob, Stamp stamp) throws IOException {
    return !mayConvert || objects.size(blob).filter(size -> size == stamp.size()).isPresent();
  }

  private static boolean hasContent(Bytes blob, Stamp stamp, Path file) throws IOException {
    if (stamp.size() > LONGEST) {
      return false;
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return ContentHash.blob(in.readNBytes((int) LONGEST)).equals(blob);
    }
  }

  private static boolean hasAttributes(DirCache index) {
    for (int i = 0; i < index.getEntryCount(); i++) {
      var path = index.getEntry(i).getRawPath();
      if (endsWith(path, Constants.DOT_GIT_ATTRIBUTES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(byte[] path, String name) {
    int from = path.length - name.length();
    if (from < 0 || (from > 0 && path[from - 1] != '/')) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (path[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] path, byte[] prefix) {
    return path.length > prefix.length
        && Arrays.equals(path, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static Bytes id(DirCacheEntry entry) {
    return GitObjects.bytes(entry.getObjectId());
  }
}
