package dev.mantra.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** A folder of Lucene's whose files only their owner can read: they hold what sessions showed. */
final class PrivateDirectory extends FilterDirectory {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private final Path folder;

  private PrivateDirectory(FSDirectory directory) {
    super(directory);
    this.folder = directory.getDirectory();
  }

  /** Opens a folder, and makes it when it is not there: to answer a question. */
  static PrivateDirectory toRead(Path folder) throws IOException {
    make(folder);
    return new PrivateDirectory(new NIOFSDirectory(folder, NoLockFactory.INSTANCE));
  }

  /**
   * The same to write an index: what is written is read again in so many small pieces that it takes
   * a quarter less when it is mapped, which takes longer to begin with.
   */
  static PrivateDirectory toWrite(Path folder) throws IOException {
    make(folder);
    // Whoever changes the index holds a lock of ours: see IndexLock.
    return new PrivateDirectory(new MMapDirectory(folder, NoLockFactory.INSTANCE));
  }

  private static void make(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    var output = super.createOutput(name, context);
    Files.setPosixFilePermissions(folder.resolve(name), FILE);
    return output;
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    var output = super.createTempOutput(prefix, suffix, context);
    Files.setPosixFilePermissions(folder.resolve(output.getName()), FILE);
    return output;
  }
}
