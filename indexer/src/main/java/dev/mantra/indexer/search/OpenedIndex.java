package dev.mantra.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;

/** The index as it stood at some moment. */
final class OpenedIndex implements Closeable {

  private final DirectoryReader reader;
  private final Catalog catalog;

  /**
   * @param reader is closed with it
   */
  OpenedIndex(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.catalog = Catalog.of(reader);
  }

  DirectoryReader reader() {
    return reader;
  }

  Catalog catalog() {
    return catalog;
  }

  /**
   * Whether nobody has changed the index since. Every change has a file of its own name; Lucene's
   * own answer reads what is known of all parts of the index once more.
   */
  boolean isCurrent() {
    try {
      var newest = SegmentInfos.getLastCommitSegmentsFileName(reader.directory());
      return reader.getIndexCommit().getSegmentsFileName().equals(newest);
    } catch (IOException e) {
      return false; // it was thrown away, or is damaged: whoever opens it will see
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
