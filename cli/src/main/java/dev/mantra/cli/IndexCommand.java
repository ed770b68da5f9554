package dev.mantra.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "index",
    header = "Bring the search index up to date.",
    description = {
      "Reads what was recorded since the last time, so that the next search need not wait for it. rec"
          + " starts it in the background when a session has ended, and search does the same when it"
          + " has to. The index is kept in the cache folder and can be deleted at"
          + " any time."
    },
    footer = {"  mantra index        read what is new"})
final class IndexCommand implements Callable<Integer> {

  static final String BEHIND = "--behind";

  private final Call call;

  /** As {@code rec} starts it when it has ended. */
  @Option(
      names = IndexCommand.BEHIND,
      hidden = true,
      description = "Not while another one is at it, nor what is still being recorded.")
  private boolean behind;

  IndexCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    try (var index = new OpenIndex(call)) {
      if (behind) {
        index.updateBehind();
      } else {
        index.update();
      }
      index.teachGrep();
    }
    return ExitCode.OK.status();
  }
}
