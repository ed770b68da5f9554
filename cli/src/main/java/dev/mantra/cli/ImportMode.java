package dev.mantra.cli;

/** Whether an import is done or only told. */
enum ImportMode {
  IMPORT("imported"),
  DRY_RUN("would import");

  private final String verb;

  ImportMode(String verb) {
    this.verb = verb;
  }

  /** What happens to something that was not there before. */
  String verb() {
    return verb;
  }
}
