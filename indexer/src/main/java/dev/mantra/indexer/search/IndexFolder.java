package dev.mantra.indexer.search;

import dev.mantra.indexer.lucene.LuceneLog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Where the index lies in the cache folder. What is there and is no index of this version is as
 * good as nothing.
 *
 * <pre>
 *  index/lock                 whoever changes the index holds it
 *  index/lucene/…             Lucene's files
 * </pre>
 */
final class IndexFolder {

  /** To be raised when documents become different. */
  private static final String VERSION = "3";

  private static final String VERSION_KEY = "mantra.index";

  static {
    LuceneLog.silence();
  }

  /** In megabytes: what a deletion has to write anew at most. */
  private static final double LARGEST_SEGMENT = 64;

  /**
   * So many of one size are left as they are: each takes a search about a millisecond, but to merge
   * those that a large store begins with took a tenth of the time it takes to index it.
   */
  private static final double SEGMENTS = 16;

  /** In megabytes: how much is in memory before it becomes a segment for each thread. */
  private static final double BUFFER = 64;

  private final Path folder;

  IndexFolder(Path cacheFolder) {
    this.folder = cacheFolder.resolve("index");
  }

  boolean exists() {
    return Files.isDirectory(lucene());
  }

  private Path lucene() {
    return folder.resolve("lucene");
  }

  /** The index as it stands; empty when there is none, or it cannot be used. */
  Optional<DirectoryReader> open() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    try {
      var reader = DirectoryReader.open(PrivateDirectory.toRead(lucene()));
      if (VERSION.equals(reader.getIndexCommit().getUserData().get(VERSION_KEY))) {
        return Optional.of(reader);
      }
      reader.close();
    } catch (IndexNotFoundException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // Files that are damaged, or of another version of Lucene: the index is made anew.
    }
    return Optional.empty();
  }

  /**
   * Waits until nobody else changes the index.
   *
   * @param waiting is called now and then meanwhile
   */
  IndexLock lock(Runnable waiting) throws IOException {
    return IndexLock.take(lockFile(), waiting);
  }

  /** Takes the right to change the index unless somebody else has it. */
  Optional<IndexLock> lockIfFree() throws IOException {
    return IndexLock.takeIfFree(lockFile());
  }

  private Path lockFile() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return folder.resolve("lock");
  }

  /**
   * Opens the index to change it; the lock must be held. One that cannot be used is thrown away.
   */
  IndexWriter write() throws IOException {
    if (exists() && open().map(IndexFolder::close).isEmpty()) {
      delete();
    }
    try {
      return writer();
    } catch (IOException | IllegalArgumentException e) {
      delete();
      return writer();
    }
  }

  private IndexWriter writer() throws IOException {
    var merges = new TieredMergePolicy();
    merges.setMaxMergedSegmentMB(LARGEST_SEGMENT);
    merges.setForceMergeDeletesPctAllowed(0);
    merges.setSegmentsPerTier(SEGMENTS);
    var config =
        new IndexWriterConfig(new CodeAnalyzer())
            .setMergePolicy(merges)
            .setMergeScheduler(new SerialMergeScheduler())
            .setRAMBufferSizeMB(BUFFER)
            .setUseCompoundFile(true)
            .setCommitOnClose(false);
    var writer = new IndexWriter(PrivateDirectory.toWrite(lucene()), config);
    writer.setLiveCommitData(Map.of(VERSION_KEY, VERSION).entrySet());
    return writer;
  }

  private static boolean close(DirectoryReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      // It was only read.
    }
    return true;
  }

  /** Deletes the index; the lock must be held. */
  void delete() throws IOException {
    if (!exists()) {
      return;
    }
    Files.walkFileTree(
        lucene(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException error)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
