package dev.mantra.cli;

/** This version of Mantra. */
final class Version {

  static final String NUMBER = "0.1.0";

  /** What a session's header names as its recorder. */
  static final String RECORDED_BY = "mantra " + NUMBER;

  private Version() {}
}
