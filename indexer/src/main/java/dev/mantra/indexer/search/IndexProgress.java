package dev.mantra.indexer.search;

/** Is told how far indexing is; several threads may tell. */
@FunctionalInterface
public interface IndexProgress {

  IndexProgress NONE = (_, _) -> {};

  /**
   * @param sessions so many are done
   * @param of so many there are to do; 0 while somebody else is at it
   */
  void reach(int sessions, int of);
}
