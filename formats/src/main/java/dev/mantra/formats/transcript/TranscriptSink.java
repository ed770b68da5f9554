package dev.mantra.formats.transcript;

import dev.mantra.formats.event.Entry;

/** Takes what a transcript says, in the order of its file. */
public interface TranscriptSink {

  /**
   * Something was said or done.
   *
   * @param record where the transcript says it
   */
  void entry(Entry entry, TranscriptRecord record);

  /** A record, or a part of one, of a kind that is not known; it stays in the copy of the file. */
  void unknown(String kind, TranscriptRecord record);

  /** A record that could not be read; the next one is. */
  void problem(String reason, TranscriptRecord record);
}
