package dev.mantra.formats.workspace;

import dev.mantra.formats.event.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FS;

/**
 * The objects of a git repository, to be read: no git is run, and nothing is written or locked.
 *
 * <p>JGit's object folder is used by itself; its repository would read more configuration than
 * there is need for. For one thread.
 */
public final class GitObjects implements AutoCloseable {

  private static final int SHA1_LENGTH = 20;
  private static final String TREE = "tree ";

  private final ObjectDirectory folder;
  private final ObjectReader reader;

  /** A file of a tree. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * @param mode as git knows it: 0100644, 0100755, 0120000 for a symbolic link, 0160000 for a
     *     repository in this one
     */
    void visit(Bytes path, int mode, Bytes id) throws IOException;
  }

  private GitObjects(ObjectDirectory folder) {
    this.folder = folder;
    this.reader = folder.newReader();
  }

  /**
   * @param repository the repository's folder, which has a folder {@code objects}
   */
  public static GitObjects open(Path repository) {
    QuietJgit.settle();
    try {
      return new GitObjects(
          new ObjectDirectory(
              new Config(), repository.resolve("objects").toFile(), null, FS.DETECTED, null));
    } catch (IOException e) {
      throw new AssertionError("no alternates are given, so none can be missing", e);
    }
  }

  /** The id of a commit's tree; empty when the commit is not there. */
  public Optional<Bytes> treeOf(String commit) throws IOException {
    var id = HexFormat.of().parseHex(commit);
    if (id.length != SHA1_LENGTH) {
      return Optional.empty();
    }
    try {
      var text = reader.open(ObjectId.fromRaw(id), Constants.OBJ_COMMIT).getCachedBytes(1 << 20);
      var line = new String(text, 0, Math.min(text.length, 64), StandardCharsets.US_ASCII);
      return line.startsWith(TREE)
          ? Optional.of(
              Bytes.wrap(
                  HexFormat.of()
                      .parseHex(line.substring(TREE.length(), TREE.length() + 2 * SHA1_LENGTH))))
          : Optional.empty();
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** Visits all files of a tree, folders not. */
  public void walk(Bytes tree, Visitor visitor) throws IOException {
    try (var walk = new TreeWalk(reader)) {
      walk.addTree(id(tree));
      walk.setRecursive(true);
      while (walk.next()) {
        visitor.visit(
            Bytes.wrap(walk.getRawPath()), walk.getRawMode(0), bytes(walk.getObjectId(0)));
      }
    }
  }

  /** How long a blob is; empty when it is not there. */
  public Optional<Long> size(Bytes blob) throws IOException {
    try {
      return Optional.of(reader.getObjectSize(id(blob), Constants.OBJ_BLOB));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /**
   * A blob in memory; empty when it is not there, or longer.
   *
   * @param most how many bytes it may have
   */
  public Optional<byte[]> read(Bytes blob, int most) throws IOException {
    try {
      var loader = reader.open(id(blob), Constants.OBJ_BLOB);
      return loader.getSize() > most ? Optional.empty() : Optional.of(loader.getBytes(most));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** A blob as a stream, which the caller closes; empty when it is not there. */
  public Optional<InputStream> stream(Bytes blob) throws IOException {
    try {
      return Optional.of(reader.open(id(blob), Constants.OBJ_BLOB).openStream());
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a blob out.
   *
   * @return false when it is not there
   */
  public boolean copyTo(Bytes blob, OutputStream out) throws IOException {
    try {
      reader.open(id(blob), Constants.OBJ_BLOB).copyTo(out);
      return true;
    } catch (MissingObjectException e) {
      return false;
    }
  }

  @Override
  public void close() {
    reader.close();
    folder.close();
  }

  private static ObjectId id(Bytes raw) {
    return ObjectId.fromRaw(raw.toArray());
  }

  /** The id of an object, as recordings keep it. */
  public static Bytes bytes(ObjectId id) {
    var raw = new byte[SHA1_LENGTH];
    id.copyRawTo(raw, 0);
    return Bytes.wrap(raw);
  }
}
