package dev.mantra.recorder.pty;

/** What waitpid(2) tells of a process. */
record ChildStatus(int word) {

  boolean isStopped() {
    return (word & 0xff) == 0x7f;
  }

  /** The number a shell shows: the exit status, or 128 and the signal that ended it. */
  int shellStatus() {
    int signal = word & 0x7f;
    return signal == 0 ? (word >> 8) & 0xff : 128 + signal;
  }
}
