package dev.mantra.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/** The option that shows secrets. */
final class Reveal {

  @Option(
      names = "--reveal",
      description =
          "Leave secrets as they are. A person at a terminal is asked; a file or a pipe gets them only"
              + " with --force.")
  private boolean reveal;

  /** Says that secrets are to be shown. */
  void choose() {
    reveal = true;
  }

  /** What is covered, when nobody is to be spared the question. */
  Coverage coverage(Call call) throws IOException {
    return reveal ? Coverage.ofNothing(call) : Coverage.ofSecrets(call);
  }

  /**
   * What is covered.
   *
   * @param force whether nobody is to be asked
   */
  Coverage coverage(Call call, boolean force) throws IOException {
    return reveal && force ? Coverage.forced(call) : coverage(call);
  }
}
