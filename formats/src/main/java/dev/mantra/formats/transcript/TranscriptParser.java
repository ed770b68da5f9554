package dev.mantra.formats.transcript;

/**
 * Understands the transcripts of one agent, record after record.
 *
 * <p>A parser holds what it must remember of one file to understand the next record, and never the
 * file. It takes any records, in any order, and never throws on what they hold. When a file was
 * written anew, its records may be given again from the first on: entries that are as they were are
 * not told again.
 */
public interface TranscriptParser {

  void accept(TranscriptRecord record);

  /** The file is complete: what was held back until more was known is told now. */
  void finish();
}
