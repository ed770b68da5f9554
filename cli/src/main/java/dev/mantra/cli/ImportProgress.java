package dev.mantra.cli;

/** How far an import of conversations is: a bar at the terminal, should it take longer. */
final class ImportProgress implements AutoCloseable {

  private static final int WIDTH = 20;

  private final Progress progress;
  private int conversations;
  private long bytes;
  private int done;
  private long read;

  ImportProgress(Console console) {
    this.progress = new Progress(console, "importing");
  }

  void expect(int number, long size) {
    conversations = number;
    bytes = size;
  }

  void read(long count) {
    read += count;
    progress.longStep(this::bar);
  }

  void done() {
    done++;
    progress.longStep(this::bar);
  }

  /** Makes room for a line. */
  void clear() {
    progress.clear();
  }

  @Override
  public void close() {
    progress.close();
  }

  private String bar() {
    // Some files are read twice, when they were written anew.
    double part = bytes == 0 ? 1 : Math.min(1, (double) read / bytes);
    int full = (int) (part * WIDTH);
    return "["
        + "#".repeat(full)
        + "-".repeat(WIDTH - full)
        + "] "
        + done
        + " of "
        + conversations
        + " conversations, "
        + SessionText.size(Math.min(read, bytes))
        + " of "
        + SessionText.size(bytes);
  }
}
