package dev.mantra.recorder.pty;

/** The error numbers that are told apart, as Linux has them (errno(3)). */
final class Errno {

  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENOEXEC = 8;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int ENOTDIR = 20;

  private Errno() {}
}
