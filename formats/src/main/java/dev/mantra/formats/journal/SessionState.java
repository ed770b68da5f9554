package dev.mantra.formats.journal;

/** What has become of a session. */
public enum SessionState {
  /** Its recorder is at work. */
  RECORDING,
  /** It has its orderly end. */
  FINISHED,
  /** Its recorder died; what had been written is there. */
  INTERRUPTED,
  /** It was read from another recording. */
  IMPORTED
}
