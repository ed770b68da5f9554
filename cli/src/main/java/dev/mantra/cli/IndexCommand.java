package dev.mantra.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "index",
    header = "Bring the search index up to date.",
    description = {
      "Reads what was recorded since the last time, so that the next search need not wait for it. search"
          + " does the same when it has to. The index is kept in the cache folder and can be deleted at"
          + " any time."
    },
    footer = {"  mantra index        read what is new"})
final class IndexCommand implements Callable<Integer> {

  private final Call call;

  IndexCommand(Call call) {
    this.call = call;
  }

  @Override
  public Integer call() throws IOException {
    new OpenIndex(call).update();
    return ExitCode.OK.status();
  }
}
