package dev.mantra.replayer;

/** Is told how far something is that reads a whole session, about every mebibyte. */
@FunctionalInterface
public interface ReadingProgress {

  /** For those who do not want to know. */
  ReadingProgress NONE = (_, _) -> {};

  /** So many bytes of the journal were read of so many. */
  void read(long bytes, long of);
}
